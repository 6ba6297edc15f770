"""Secrets are found at every depth of an answer, and reported by their path."""

import pytest

from api.secret_fields import secret_fields


def test_paths(subtests: pytest.Subtests) -> None:
    """A custom attribute has its name in a field of its own."""
    rows: tuple[tuple[object, list[str]], ...] = (
        ({"id": 1, "email": "jane@example.com", "addresses": [{"city": "Purchase"}]}, []),
        ({"password": "x"}, ["password"]),
        ({"extension_attributes": {"Password_Hash": "x"}}, ["extension_attributes.Password_Hash"]),
        ({"addresses": [{}, {"rp_token": None}]}, ["addresses.1.rp_token"]),
        (
            {"custom_attributes": [{"attribute_code": "rp_token", "value": "x"}]},
            ["custom_attributes.0.rp_token"],
        ),
        ([{"a": [{"b": {"salt": "x"}}]}], ["0.a.0.b.salt"]),
        ("a text", []),
    )
    for body, paths in rows:
        with subtests.test(body=body):
            assert list(secret_fields(body)) == paths
