"""What axe-core finds on a page that keeps people out who see, hear or move otherwise.

The script comes with the package axe-playwright-python. It is read here, because the package itself reads it in the
machine's own encoding, in which some machines cannot. Rules: https://dequeuniversity.com/rules/axe
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from playwright.sync_api import Page

IMPACTS = ("minor", "moderate", "serious", "critical")
"""How grave a violation is, as axe-core says, from the lightest on."""

_OPTIONS = {"resultTypes": ["violations"], "iframes": False}
"""A frame is another site's page, such as a captcha's."""


@dataclass(frozen=True)
class Element:
    """An element that violates a rule: a selector, its HTML's beginning, and how to mend it."""

    selector: str
    html: str
    advice: str


@dataclass(frozen=True)
class Violation:
    """A rule of axe-core's that elements of a page violate; `standard` is what demands it."""

    rule: str
    impact: str
    what: str
    standard: str
    link: str
    elements: tuple[Element, ...]

    @classmethod
    def of(cls, found: dict[str, Any]) -> "Violation":
        """Read one of axe-core's results."""
        return cls(
            rule=found["id"],
            impact=found["impact"] or IMPACTS[0],
            what=found["help"],
            standard=", ".join(tag for tag in found["tags"] if tag.startswith(("wcag", "best-practice"))),
            link=found["helpUrl"],
            elements=tuple(map(_element, found["nodes"])),
        )

    def __str__(self) -> str:
        """Name the violation and its elements in a line."""
        return (
            f"{self.impact}: {self.what} ({self.rule}), {', '.join(each.selector for each in self.elements)}"
        )


def violations_of(page: Page) -> tuple[Violation, ...]:
    """Examine the page as it is shown now; give the gravest first."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(options)", _OPTIONS)["violations"]
    return tuple(sorted(map(Violation.of, found), key=lambda one: (-IMPACTS.index(one.impact), one.rule)))


def failing(violations: Iterable[Violation], impact: str | None) -> tuple[Violation, ...]:
    """Give those from an impact on, none where the shop names no impact."""
    impacts = IMPACTS[IMPACTS.index(impact) :] if impact else ()
    return tuple(one for one in violations if one.impact in impacts)


def as_text(violations: Sequence[Violation], url: str, width: int) -> str:
    """Write the violations for a person: by impact, with each element and how to mend it."""
    count = sum(len(one.elements) for one in violations)
    lines = [f"{url}, {width} px wide: {len(violations)} rules violated by {count} elements."]
    for one in violations:
        lines += ["", f"{one.impact.upper()}: {one.what} ({one.rule}; {one.standard})", f"  {one.link}"]
        for each in one.elements:
            lines += [
                "",
                f"  {each.selector}",
                f"    {each.html}",
                *(f"    {line}" for line in each.advice.splitlines()),
            ]
    return "\n".join(lines) + "\n"


def _element(node: dict[str, Any]) -> Element:
    target = " ".join(part if isinstance(part, str) else " ".join(part) for part in node["target"])
    return Element(target, " ".join(node["html"].split()), node.get("failureSummary", ""))
