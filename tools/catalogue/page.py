"""The catalogue as one self-contained page, to search and to read beside an editor."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from harness.core.scenario_identity import ScenarioIdentity
from tools.catalogue.sentences import Sentence

NAME = "catalogue.html"

_T = TypeVar("_T")


def write(folder: Path, scenarios: Sequence[ScenarioIdentity], sentences: Sequence[Sentence]) -> Path:
    """Write the page into `folder`, which is made, and give its path."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    templates.filters["marked"] = _marked
    text = templates.get_template("page.html").render(
        scenarios=scenarios,
        sentences=sentences,
        features=[
            (feature, _grouped(of_feature, lambda each: each.rule))
            for feature, of_feature in _grouped(scenarios, lambda each: each.feature.name)
        ],
        chapters=_grouped(sentences, lambda each: each.chapter),
    )
    path = folder / NAME
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _grouped(things: Iterable[_T], name: Callable[[_T], str]) -> list[tuple[str, list[_T]]]:
    return [(key, list(group)) for key, group in groupby(things, name)]


def _marked(sentence: str) -> Markup:
    """Set off what may vary in a sentence."""
    return Markup(re.sub(r"\{(\w+)\}", r"<var>\1</var>", str(escape(sentence))))  # noqa: S704  escaped before
