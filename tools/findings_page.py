"""`python -m tools.findings_page`: writes docs/findings.md, where everything that can be found has its place.

The page is made of the table that the preflight reads, harness/preflight/findings.toml.
"""

import string
from collections.abc import Iterator

from harness.core.finding import PAGE as PLACE
from harness.core.finding import Leaves
from harness.preflight.findings import FINDINGS, Kind
from harness.shop.shop import PROJECT, variable

PAGE = PROJECT / PLACE

_HEAD = """\
<!-- Written by `python -m tools.findings_page` from harness/preflight/findings.toml. -->

# What can be found in the way of a run

`make doctor SHOP=staging` and the first moments of every run look at the shop and at this machine. Each finding is
named with its id in brackets, and stands below: what triggers it, what to do, what still runs, and the
[exit code](exit-codes.md). Variables are shown as those of a shop of the name `staging`; *words in italics* stand for
what was seen. `went-away` and `confirmation` show in a run alone: only a failure or a customer can tell.
"""

_REMAINS = {
    Leaves.NOTHING: "nothing",
    Leaves.REST: "the REST scenarios; the browser's are skipped",
    Leaves.EVERYTHING: "everything",
}


def markdown() -> str:
    """Give the page."""
    return "\n".join(
        [_HEAD, "| id | looked at | what still runs | exit code |", "|---|---|---|---|", *_rows()]
    ) + ("\n\n" + "\n\n".join(_section(id_, kind) for id_, kind in FINDINGS.items()) + "\n")


def main() -> None:
    """Write the page."""
    PAGE.write_text(markdown(), encoding="utf-8")


def _rows() -> Iterator[str]:
    for id_, kind in FINDINGS.items():
        yield f"| [{id_}](#{id_}) | {kind.looked_at} | {kind.leaves} | {_code(kind)} |"


def _section(id_: str, kind: Kind) -> str:
    """Give a finding's own part; its heading is the anchor that the finding's `place` names."""
    facts = [
        f"- Found: {_shown(kind.problem)}",
        f"- To do: {_shown(kind.hint) or 'as the sentence says.'}",
        f"- Still runs: {_REMAINS[kind.leaves]}.",
        f"- Exit code: {_code(kind)}{'. A shop that is not there yet is waited for first.' if kind.passes else '.'}",
    ]
    return "\n".join([f"## {id_}", "", *facts])


def _code(kind: Kind) -> str:
    return str(kind.exit_code) if kind.exit_code else "none, a warning"


def _shown(sentence: str) -> str:
    """Show variables as those of staging, and what was seen by its name."""
    fields = {field for _, field, _, _ in string.Formatter().parse(sentence) if field}
    shown = {
        field: f"`{variable('staging', field)}`" if field.isupper() else f"*{field.replace('_', ' ')}*"
        for field in fields
    }
    filled = sentence.format_map(shown)
    return filled[:1].upper() + filled[1:]


if __name__ == "__main__":
    main()
