"""The old name of `python -m tools.coverage`."""

from harness.deprecated import run_new_command

if __name__ == "__main__":
    run_new_command("harness.coverage")
