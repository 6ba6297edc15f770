"""An integration: a program that authenticates by four secrets instead of a password."""

from dataclasses import dataclass, field

LENGTH = 32
"""Of each of the four, in characters."""


@dataclass(frozen=True)
class Integration:
    """The four secrets of the one integration that the shop knows."""

    consumer_key: str = field(repr=False)
    consumer_secret: str = field(repr=False)
    access_token: str = field(repr=False)
    access_token_secret: str = field(repr=False)


def read_integration(text: str) -> Integration:
    """Read the four secrets with colons between them; raise ValueError for a text of another form."""
    secrets = text.split(":")
    if [len(secret) for secret in secrets] != [LENGTH] * 4:
        raise ValueError("not four secrets of 32 characters")
    return Integration(*secrets)
