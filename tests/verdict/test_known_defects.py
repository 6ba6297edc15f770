"""A known defect is one of the shop's own version, and shows by its own sign; nothing else is forgiven by it."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from pydantic import SecretStr

from harness.core.causes import Cause
from harness.core.failure_message import message_of
from harness.run.run import Run
from harness.shop.magento_version import MagentoVersion, version_by_settings, version_by_sign
from harness.shop.shop import Shop
from harness.verdict import known_defects
from harness.verdict.known_defects import DEFECTS, judgement_of

FEATURES = Path(__file__).resolve().parents[2] / "features"
CUT = "POST /rest/us/V1/customers: accepted with 200, but should have been refused"
SENTENCE = "Known defect of Magento 2.4.1: a first name of 256 letters is cut to 255 without a word"
LINE = 'If the shop is one, write magento = "2.4.1" under [staging] in shops.toml.'
ITEM = cast(pytest.Item, None)
JWT = version_by_sign(is_new=True, by="its tokens")


@pytest.fixture(autouse=True)
def a_scenario_with_a_known_defect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test be a row of a scenario that the table names."""
    identity = SimpleNamespace(short_id="create_customer-22.3")
    monkeypatch.setattr(known_defects, "ScenarioIdentity", SimpleNamespace(of=lambda _: identity))


def run_of(magento: MagentoVersion, **settings: Any) -> Run:
    """Make a run at a shop of this version."""
    shop = Shop(name="staging", base_url="https://a.example", admin_token=SecretStr("t"), **settings)
    return Run(shop, "x", "1", magento=magento)


def test_defect_of_the_shops_version() -> None:
    """Of any patch level."""
    judgement = judgement_of(AssertionError(CUT), ITEM, run_of(version_by_settings("2.4.1-p1")))
    assert judgement
    assert judgement.cause is Cause.DEFECT
    assert judgement.message.startswith("Known defect of Magento 2.4.1: a first name")


@pytest.mark.parametrize(
    ("message", "run"),
    [
        ("POST /rest/us/V1/customers: 500, Internal Error.", run_of(version_by_settings("2.4.1"))),
        (CUT, run_of(version_by_settings("2.4.2"))),
        (CUT, run_of(version_by_settings("2.4.8"))),
        (CUT, run_of(JWT)),
        (CUT, None),
    ],
    ids=["another failure", "another version", "a later version", "not so old", "no shop"],
)
def test_any_other_failure_counts(message: str, run: Run | None) -> None:
    """Without a word of known defects."""
    failure = AssertionError(message)
    assert judgement_of(failure, ITEM, run) is None
    assert message_of(failure) == message


@pytest.mark.parametrize(
    ("run", "note"),
    [
        (run_of(MagentoVersion()), f"Magento 2.4.1 has this defect. {LINE}"),
        (
            run_of(version_by_settings("2.4.1"), known_defects="fail"),
            f"{SENTENCE} (mended in 2.4.7).",
        ),
    ],
    ids=["unknown version", "settings want it to fail"],
)
def test_failure_with_a_note(run: Run, note: str) -> None:
    """It is red, and says what is known."""
    failure = AssertionError(CUT)
    assert judgement_of(failure, ITEM, run) is None
    assert message_of(failure) == f"{CUT}. {note}"


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.scenario)
def test_row_of_the_table(defect: known_defects.KnownDefect) -> None:
    """Its scenario exists, its sign is a pattern that not everything fits, and it was mended later than it was seen."""
    feature = FEATURES / f"{defect.scenario.rpartition('-')[0]}.feature"
    assert f"@{defect.scenario} " in feature.read_text(encoding="utf-8")
    assert not defect.fits(AssertionError("expected 4, seen 3"))
    assert all(re.fullmatch(r"2\.4\.\d+", version) for version in (*defect.versions, defect.mended))
    assert all(version_by_settings(version).is_before(defect.mended) for version in defect.versions)


def test_no_scenario_has_two_rows() -> None:
    """The first would hide the other."""
    assert len({defect.scenario for defect in DEFECTS}) == len(DEFECTS)
