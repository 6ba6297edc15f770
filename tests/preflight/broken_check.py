"""A plugin for runs under test: the check of the sign-in form breaks."""

from typing import NoReturn

from harness.preflight import storefront_checks


def _break(page: str, *_: str) -> NoReturn:
    raise ValueError(f"a page of {len(page) > 0} length")


storefront_checks.sign_in_form = _break  # type: ignore[attr-defined, assignment]  # imported there
