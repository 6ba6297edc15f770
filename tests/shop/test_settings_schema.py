"""Editors are given the settings' schema: it is current, and says of shops.toml what a run would say."""

import re
import tomllib
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # check-jsonschema brings it

from harness.shop.shop import PROJECT, SECRETS, SETTINGS, Shop
from tools import settings_schema

SHIPPED = (PROJECT / "shops.toml").read_text(encoding="utf-8")


def errors(shops: dict[str, Any]) -> list[str]:
    """Give what the published schema finds wrong, as path and message."""
    Draft7Validator.check_schema(settings_schema.schema())
    validator = Draft7Validator(settings_schema.schema())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(shops)]


def test_file_is_up_to_date() -> None:
    """A file that differs was not written anew: `python -m tools.settings_schema` does it."""
    assert settings_schema.PAGE.read_text(encoding="utf-8") == settings_schema.text()


def test_shops_name_their_schema_in_the_first_line() -> None:
    """The path begins at shops.toml."""
    named = SHIPPED.splitlines()[0].removeprefix("#:schema ")
    assert (PROJECT / named).samefile(settings_schema.PAGE)


def test_shipped_shops_are_right() -> None:
    """As they stand, and with the # taken away from every setting."""
    assert errors(tomllib.loads(SHIPPED)) == []
    shops = tomllib.loads(re.sub(r"^# (?=\[|\w+ = )", "", SHIPPED, flags=re.MULTILINE))
    assert set(shops) == {"staging", "live"}
    assert errors(shops) == []


def test_wrong_setting_is_found(subtests: pytest.Subtests) -> None:
    """One error each; a secret is none of the settings that may stand in the file."""
    for toml, error in [
        ("store_codes = 'us'", "'store_codes' was unexpected"),
        ("store_code = 'us/../all'", "$.qa.store_code: 'us/../all' does not match"),
        ("workers = 'many'", "$.qa.workers: 'many' is not valid under any of the given schemas"),
        ("rest_time_limit = 0", "$.qa.rest_time_limit: 0 is less than or equal to the minimum of 0"),
        ("password_length = 'long'", "$.qa.password_length: 'long' is not of type 'integer'"),
        ("dismiss = '#btn'", "$.qa.dismiss: '#btn' is not of type 'array'"),
        ("name = 'qa'", "'name' was unexpected"),
        *((f"{secret} = 'x'", f"'{secret}' was unexpected") for secret in sorted(SECRETS)),
    ]:
        with subtests.test(toml=toml):
            (found,) = errors(tomllib.loads(f"[qa]\n{toml}\n"))
            assert error in found


@pytest.mark.parametrize("toml", ["[embedded]", "[shop]", "base_url = 'https://x.example'"])
def test_what_is_no_section_is_found(toml: str) -> None:
    """Two names are taken, and a setting outside of a section belongs to no shop."""
    assert len(errors(tomllib.loads(toml))) == 1


def test_every_setting_is_described_in_a_line() -> None:
    """The docstring below each attribute is what an editor shows beside it."""
    described = {name: Shop.model_fields[name].description or "" for name in SETTINGS}
    assert [name for name, line in described.items() if not line.endswith(".") or "\n" in line] == []
