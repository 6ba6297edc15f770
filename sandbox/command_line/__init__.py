"""The command line of `python -m sandbox`: what may be asked of the embedded store, and how it is read."""

import argparse
from collections.abc import Sequence
from dataclasses import fields

from sandbox.command_line import profile, store
from sandbox.configuration import Configuration


def read_options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read the command line; a wrong option ends the program with a sentence that names it."""
    parser = argparse.ArgumentParser(
        prog="python -m sandbox", description="A small Magento to test against.", allow_abbrev=False
    )
    store.add_options(parser)
    store.add_testing_options(parser)
    profile.add_options(parser)
    options = parser.parse_args(arguments)
    for name in ("defects", "inactive_store_views", "language_packs"):
        setattr(options, name, frozenset(getattr(options, name)))
    for name in ("settings", "themes", "locales"):
        setattr(options, name, dict(getattr(options, name)))
    return options


def configuration(options: argparse.Namespace) -> Configuration:
    """Turn options into the store's configuration, whose fields have their names."""
    names = {field.name for field in fields(Configuration)}
    return Configuration(**{name: value for name, value in vars(options).items() if name in names})
