"""Runs shops that are set in many ways, as the table matrix.toml has them, and writes docs/configured.md."""
