"""Whose fault a failure is, and what a run comes to."""
