"""Writes the checklist twice: as a page to print or to tick on the screen, and as Markdown for a wiki or a ticket."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from tools.manual.checklist import CheckScenario, ShopFacts

PAGE = "checklist.html"
TEXT = "checklist.md"


def write(
    folder: Path, shop: ShopFacts, scenarios: Sequence[CheckScenario], missing: Mapping[str, str]
) -> list[Path]:
    """Write both into `folder`, which is made, and give their paths.

    `missing` tells which scenarios are left out, and what the shop lacks for them.
    """
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    folder.mkdir(parents=True, exist_ok=True)
    values = {
        "shop": shop,
        "features": _by_feature_and_rule(scenarios),
        "number": len(scenarios),
        "missing": missing,
        "today": f"{datetime.now(UTC):%d %B %Y}",
    }
    paths = [folder / PAGE, folder / TEXT]
    for path in paths:
        text = templates.get_template(path.name).render(values)
        path.write_text(text, encoding="utf-8")
    return paths


def _by_feature_and_rule(
    scenarios: Sequence[CheckScenario],
) -> list[tuple[str, list[tuple[str, list[CheckScenario]]]]]:
    in_order = sorted(
        scenarios, key=lambda each: (each.identity.feature.filename, each.identity.template.line_number)
    )
    return [
        (
            feature,
            [(rule, list(group)) for rule, group in groupby(of_feature, lambda each: each.identity.rule)],
        )
        for feature, of_feature in groupby(in_order, lambda each: each.identity.feature.name)
    ]
