"""Keeps secrets out of everything that leaves the process, by value and by place."""
