"""A scenario's short id, and that a run can choose scenarios and rows by it."""

import pytest

from harness.core.gherkin import Feature, features_in
from harness.core.scenario_identity import ScenarioIdentity
from tests.listing import collect_features

GHERKIN = """
@tiny
Feature: Tiny

  @tiny-01 @smoke @critical
  Scenario: One
    Given a shop

  @tiny-07 @tinytiny-03
  Scenario Outline: Goods <goods>
    Given a shop

    Examples:
      | goods  |
      | apples |

    @de
    Examples:
      | goods |
      | pears |

  @other-02
  Scenario: None
    Given a shop
"""


@pytest.fixture
def feature(tmp_path_factory: pytest.TempPathFactory) -> Feature:
    """Read a feature from a file whose name its ids carry."""
    folder = tmp_path_factory.mktemp("features")
    (folder / "tiny.feature").write_text(GHERKIN, encoding="utf-8")
    return features_in(folder)[0]


def test_id_is_the_tag_of_the_file(feature: Feature, subtests: pytest.Subtests) -> None:
    """Rows count on through all tables of an outline, and the id is no tag among the others."""
    rows: tuple[tuple[str, dict[str, str], str, list[str]], ...] = (
        ("One", {}, "tiny-01", ["smoke", "tiny"]),
        ("Goods <goods>", {"goods": "apples"}, "tiny-07.1", ["tiny", "tinytiny-03"]),
        ("Goods <goods>", {"goods": "pears"}, "tiny-07.2", ["tiny", "tinytiny-03"]),
        ("None", {}, "", ["other-02", "tiny"]),
    )
    for title, row, short_id, tags in rows:
        with subtests.test(title=title):
            template = feature.scenarios[title]
            identity = ScenarioIdentity(template, template.render(row), row, frozenset())
            assert (identity.short_id, identity.tags) == (short_id, tags)


def test_run_takes_scenarios_and_rows_by_id() -> None:
    """One whole scenario, and the second row of an outline without the others."""
    listing = collect_features("-m", "store_views-01 or create_customer-14.2")
    assert listing.tests == [
        "features/test_features.py::test_an_unknown_place_is_refused[website-store view's id]",
        "features/test_features.py::test_every_store_view_is_listed_with_its_ids_its_code_its_name_and_whether"
        "_it_is_active",
    ]


def test_unknown_id_is_an_error() -> None:
    """A mistyped id ends the run; it never passes for an empty choice."""
    listing = collect_features("-m", "create_customer-14.3")
    assert listing.exit_code == pytest.ExitCode.USAGE_ERROR
    assert "create_customer-14.3" in listing.text
