"""What axe-core finds is written for a person, and fails from the impact on that a shop names."""

from typing import Any

import pytest

from pages.accessibility import IMPACTS, Violation, as_text, failing


def found(impact: str | None, **more: Any) -> dict[str, Any]:
    """Give a result as axe-core does."""
    node = {
        "target": ["#pass"],
        "html": '<input\n  id="pass">',
        "failureSummary": "Fix any of the following:\n  Element has no title attribute",
    }
    return {
        "id": "label",
        "impact": impact,
        "help": "Form elements must have labels",
        "helpUrl": "https://rules.example/label",
        "tags": ["cat.forms", "wcag2a", "wcag412", "section508"],
        "nodes": [node],
        **more,
    }


@pytest.mark.parametrize(
    ("impact", "fails"),
    [
        (None, []),
        ("critical", ["critical"]),
        ("serious", ["serious", "critical"]),
        ("moderate", ["moderate", "serious", "critical"]),
        ("minor", list(IMPACTS)),
    ],
)
def test_what_fails(impact: str | None, fails: list[str]) -> None:
    """Nothing, unless the shop names an impact."""
    violations = [Violation.of(found(each)) for each in IMPACTS]
    assert [one.impact for one in failing(violations, impact)] == fails


def test_text_is_for_a_person() -> None:
    """It says how grave each is, at which element, and how to mend it."""
    assert as_text([Violation.of(found("critical"))], "https://x.example/login/", 390).splitlines() == [
        "https://x.example/login/, 390 px wide: 1 rules violated by 1 elements.",
        "",
        "CRITICAL: Form elements must have labels (label; wcag2a, wcag412)",
        "  https://rules.example/label",
        "",
        "  #pass",
        '    <input id="pass">',
        "    Fix any of the following:",
        "      Element has no title attribute",
    ]


def test_element_in_a_shadow_is_named_by_its_way() -> None:
    """There a part of the target is a list; an impact that axe-core leaves open is the lightest."""
    [element] = Violation.of(found(None, nodes=[{"target": [["x-menu", "a"]], "html": "<a>"}])).elements
    assert element.selector == "x-menu a"
    assert Violation.of(found(None)).impact == "minor"
    assert str(Violation.of(found("serious"))) == "serious: Form elements must have labels (label), #pass"
