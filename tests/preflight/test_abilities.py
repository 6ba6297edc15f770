"""What the shop has, which Magento it is and how it is set: found out once, held against what the settings say."""

from collections.abc import Mapping
from typing import Any

import pytest

from harness.preflight.abilities import look_at_abilities
from harness.preflight.checks import CHECKS
from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import Known
from harness.preflight.needs import NEEDS, NeedsAbility
from harness.run.run import Run
from harness.secrets.scrubber import Scrubber
from tests.preflight.examined import examine
from tests.preflight.served_shop import served, shop_at

OF_REST = [
    check for check in CHECKS if check.id in {"settings", "base URL", "admin", "store-view", "abilities"}
]


def examined(*profile: str, **settings: Any) -> tuple[Diagnosis, Known]:
    """Look over REST at a store in this profile, by a run with these settings."""
    with served(*profile) as url:
        shop = shop_at(url, **settings)
        return examine(shop, "test", Scrubber(), wait=0, tell=print, checks=OF_REST)


def lines(diagnosis: Diagnosis, title: str) -> list[str]:
    """Give the texts of the lines under a title."""
    return [line.text for line in diagnosis.lines if line.title == title]


def test_everything_that_a_scenario_needs_is_asked_for() -> None:
    """At a shop that signs its admin in; and what a run knows comes to its workers as it was found."""
    diagnosis, known = examined("--magento", "2.4.1", "--admin-role", "acceptance")
    assert set(known.abilities) == {need.name for need in NEEDS.values() if isinstance(need, NeedsAbility)}
    assert known.abilities == {
        "second-website": True,
        "second-store-view": False,
        "other-countries": True,
        "jwt": False,
        "admin-token": True,
        "manage": False,
        "group": False,
        "revocation": False,
    }
    assert known.facts["Lacks"] == "second-store-view, jwt, manage, group, revocation"
    assert lines(diagnosis, "abilities") == [
        "has second-website, other-countries, admin-token; lacks second-store-view, jwt, manage, group, revocation",
        'to keep them, write abilities = ["second-website", "other-countries", "admin-token"] under [staging] in '
        "shops.toml",
    ]
    run = Run(shop_at("http://127.0.0.1:9"), "x", "1", abilities=known.abilities, magento=known.magento)
    handed = Run.taken_over(run.handed_over(), "gw0")
    assert (handed.abilities, handed.magento) == (known.abilities, known.magento)


def test_ability_that_is_to_be_kept_and_is_lost() -> None:
    """The doctor ends with 1, and says what to take out; a run goes on."""
    diagnosis, _ = examined("--magento", "2.4.1", abilities=("second-website", "revocation"))
    (found,) = diagnosis.findings
    assert (found.id, found.exit_code, diagnosis.exit_code, diagnosis.stop) == ("lost-ability", 1, 1, None)
    assert found in diagnosis.warnings
    assert found.text == (
        "The shop has lost revocation, which abilities in its settings names: scenarios that need it fail. "
        "Bring it back, or take it out of STAGING_ABILITIES if the shop is to do without."
    )


def test_abilities_that_are_kept_need_no_line() -> None:
    """In whatever order they stand."""
    kept = ("revocation", "second-website", "other-countries", "jwt", "admin-token", "manage", "group")
    diagnosis, _ = examined(abilities=kept)
    assert diagnosis.findings == ()
    assert len(lines(diagnosis, "abilities")) == 1


@pytest.mark.parametrize("version", ["2.4.1", "2.4.7", "2.4.8"])
def test_version_is_reported_by_modules(version: str) -> None:
    """As each of the three has them; the line to copy names it."""
    diagnosis, known = examined("--magento", version)
    assert known.magento.name == version
    assert lines(diagnosis, "version") == [
        f"Magento {version}, by its modules",
        f'to say it, write magento = "{version}" under [staging] in shops.toml',
    ]


@pytest.mark.parametrize(
    ("profile", "settings", "said"),
    [
        (("--magento", "2.4.7"), {}, "2.4.4 or later, by its tokens"),
        (("--magento", "2.4.1"), {}, "2.4.1, by its tokens"),
        (("--magento", "2.4.7"), {"magento": "2.4.7-p6"}, "2.4.7-p6, by its settings"),
    ],
)
def test_version_without_the_right_to_read_modules(
    profile: tuple[str, ...], settings: Mapping[str, Any], said: str
) -> None:
    """A limited role leaves the tokens, or the settings."""
    _, known = examined(*profile, "--admin-role", "acceptance", **settings)
    assert str(known.magento) == said


def test_version_that_the_shop_contradicts() -> None:
    """It is named, and what the shop shows counts."""
    diagnosis, known = examined(magento="2.4.7")
    (found,) = diagnosis.findings
    assert (found.id, diagnosis.exit_code) == ("another-version", 0)
    assert "that the shop is Magento 2.4.7, and it shows another one: 2.4.8, by its modules." in found.text
    assert known.magento.name == "2.4.8"


def test_guest_access_that_the_settings_say() -> None:
    """Nothing is found where both agree; where guests are kept out after all the setting is to go."""
    diagnosis, _ = examined("--set", "webapi/webapisecurity/allow_insecure=1", guests_read_stores=True)
    assert diagnosis.findings == ()
    diagnosis, _ = examined(guests_read_stores=True)
    (found,) = diagnosis.findings
    assert (found.id, diagnosis.exit_code) == ("no-guest-access", 0)
    assert found.hint == "Take STAGING_GUESTS_READ_STORES away."


def test_check_is_one_of_every_run() -> None:
    """Scenarios go by what it finds, so it is not the doctor's alone."""
    (check,) = [check for check in CHECKS if check.look is look_at_abilities]
    assert not check.thorough
