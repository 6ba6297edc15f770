"""The old name of `python -m harness.run.run_id`."""

from harness.deprecated import run_new_command

if __name__ == "__main__":
    run_new_command("harness.run_id")
