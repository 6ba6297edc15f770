"""What the shop says of the fields of customers and addresses, as recorded of a stock shop and of settings."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.sandbox.profiles.answers import unauthorized
from tests.sandbox.profiles.conftest import Wear
from tests.sandbox.recorded_exchanges import RECORDINGS
from tests.sandbox.rest_client import RestClient

RECORDING: dict[str, Any] = json.loads((RECORDINGS / "attribute-metadata.json").read_text(encoding="utf-8"))
KINDS = ("customer", "customerAddress")
# These carry the order of the websites, which differs from scope to scope, or the shop's own names.
UNORDERED = ("website_id", "store_id")
REGIONS_OF_2_4_1 = 840


def attributes(client: RestClient, kind: str, scope: str = "us") -> list[dict[str, Any]]:
    """Ask for all attributes of a kind."""
    answer = client.get(f"{scope}/V1/attributeMetadata/{kind}")
    assert answer.status_code == 200
    listed: list[dict[str, Any]] = answer.json
    return listed


def attribute(client: RestClient, kind: str, code: str, scope: str = "us") -> dict[str, Any]:
    """Find one of them."""
    return next(one for one in attributes(client, kind, scope) if one["attribute_code"] == code)


@pytest.mark.parametrize("kind", KINDS)
def test_a_stock_shop(admin: RestClient, magento: str, kind: str) -> None:
    """Every attribute in the recorded order, with everything that was written down of it."""
    recorded = RECORDING["stock"][kind]
    answered = attributes(admin, kind)
    assert [one["attribute_code"] for one in answered] == [one["attribute_code"] for one in recorded]
    for wanted, seen in zip(recorded, answered, strict=True):
        for name, value in wanted.items():
            if name == "options_count":
                regions = wanted["attribute_code"] == "region_id" and magento == "2.4.1"
                assert len(seen["options"]) == (REGIONS_OF_2_4_1 if regions else value), wanted
            elif name == "options_first":
                if wanted["attribute_code"] not in UNORDERED and magento != "2.4.1":
                    assert seen["options"][: len(value)] == value
            else:
                assert seen[name] == value, (wanted["attribute_code"], name)


def test_a_whole_answer(wear: Wear) -> None:
    """A user-defined one has the recorded keys, in the recorded order."""
    admin = wear(required_attributes=("loyalty_no",)).as_admin()
    recorded = RECORDING["merchant_made_whole"]["customer"][0]
    for path in ("customer/custom", "customer"):
        own = admin.get(f"us/V1/attributeMetadata/{path}").json[-1]
        assert list(own) == list(recorded)
        assert (own["attribute_code"], own["user_defined"], own["required"]) == ("loyalty_no", True, True)
    assert set(attributes(admin, "customer")[0]) == set(recorded)
    assert admin.get("us/V1/attributeMetadata/customerAddress/custom").json == []


def settings() -> Iterator[Any]:
    """List the recorded settings with their values, and what each changes."""
    for path, values in RECORDING["settings"].items():
        if path != "no change in the metadata":
            for value, changes in values.items():
                yield pytest.param(path, value, changes, id=f"{path.rpartition('/')[2]}={value}")


@pytest.mark.parametrize(("path", "value", "changes"), list(settings()))
def test_a_setting(wear: Wear, path: str, value: str, changes: dict[str, dict[str, Any]]) -> None:
    """It changes what was recorded, in the website for which it is said, and nothing else."""
    stock = wear().as_admin()
    admin = wear(settings={f"{path}@us_website": value}).as_admin()
    for kind in KINDS:
        set_otherwise = {one["attribute_code"]: one for one in attributes(admin, kind)}
        for one in attributes(stock, kind):
            code = one["attribute_code"]
            wanted = dict(changes.get(f"{kind}.{code}", {}))
            count = wanted.pop("options_count", len(one["options"]))
            seen = set_otherwise[code]
            assert len(seen["options"]) == count
            options = wanted.pop("options", seen["options"])
            assert seen["options"][: len(options)] == options
            assert {name: seen[name] for name in seen if name != "options"} == {
                name: wanted.get(name, one[name]) for name in one if name != "options"
            }
        assert attributes(admin, kind, "de") == attributes(stock, kind, "de")
        assert attributes(admin, kind, "all") == attributes(stock, kind, "all")


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_forms(admin: RestClient) -> None:
    """Each has its own attributes, hidden ones too."""
    for path, names in RECORDING["forms"].items():
        answer = admin.get(f"us/V1/attributeMetadata/{path}").json
        assert [one["attribute_code"] for one in answer] == names
    refused = admin.get("us/V1/attributeMetadata/customer/form/nosuch")
    assert (refused.status_code, refused.json["parameters"]) == (
        404,
        {"fieldName": "formCode", "fieldValue": "nosuch"},
    )


@pytest.mark.parametrize("magento", ["2.4.8"], indirect=True)
def test_one_attribute(admin: RestClient) -> None:
    """By its code."""
    path = "us/V1/attributeMetadata/customerAddress/attribute"
    assert admin.get(f"{path}/telephone").json == attribute(admin, "customerAddress", "telephone")
    refused = admin.get(f"{path}/nosuch")
    assert refused.status_code == 404
    assert refused.json["parameters"].keys() == {"entityType", "attributeCode"}


@pytest.mark.parametrize("path", ["customer", "customerAddress", "customer/custom"])
def test_it_is_not_for_guests(client: RestClient, path: str) -> None:
    """It needs the right to see customers."""
    answer = client.get(f"us/V1/attributeMetadata/{path}")
    assert (answer.status_code, answer.json) == unauthorized("Magento_Customer::customer")
