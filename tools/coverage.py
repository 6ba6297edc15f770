"""The page docs/coverage.md: which case of Magento's behaviour around step 6 is shown by which scenario.

docs/coverage.toml says for every case what it is and which scenarios show it, or why none does; the scenarios'
titles come from the features. `python -m tools.coverage` writes the page anew, and a test sees that it was.
"""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.core.gherkin import features_in
from harness.core.scenario_identity import short_id
from harness.shop.shop import PROJECT

SOURCE = PROJECT / "docs" / "coverage.toml"
PAGE = PROJECT / "docs" / "coverage.md"


@dataclass(frozen=True)
class Case:
    """One thing that Magento does, and how it is shown: ids of scenarios, tests, or why there are none."""

    id: str
    what: str
    shown_by: tuple[str, ...] = ()
    tested_by: tuple[str, ...] = ()
    left_out: str = ""

    @property
    def anchor(self) -> str:
        """Give the name under which a link finds the case on the page."""
        return self.id.lower()


@dataclass(frozen=True)
class Coverage:
    """The cases by the title of their group, and the scenarios that show more than the cases."""

    groups: Mapping[str, tuple[Case, ...]]
    priorities: Mapping[str, tuple[str, ...]]
    beyond: Mapping[str, str]

    @classmethod
    def read(cls, source: Path = SOURCE) -> "Coverage":
        """Read what coverage.toml says; a key that no case has is a TypeError."""
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        priorities = {name: tuple(ids) for name, ids in table.pop("priorities").items()}
        beyond = table.pop("beyond")
        groups = {
            group["title"]: tuple(Case(id=name, **_tuples(case)) for name, case in group["cases"].items())
            for group in table.values()
        }
        return cls(groups, priorities, beyond)

    @property
    def cases(self) -> tuple[Case, ...]:
        """Give the cases of all groups."""
        return tuple(case for cases in self.groups.values() for case in cases)

    def problems(self, titles: Mapping[str, str]) -> list[str]:
        """List what is wrong with the table, given the titles of all scenarios by their ids."""
        named = [(case.id, one) for case in self.cases for one in case.shown_by]
        named += [("beyond", one) for one in self.beyond]
        known = {one.partition(".")[0] for _, one in named}
        tests = [(case.id, one) for case in self.cases for one in case.tested_by]
        shown = {case.id for case in self.cases if case.shown_by}
        first = [case_id for ids in self.priorities.values() for case_id in ids]
        return [
            *(f"{place}: there is no scenario {one}" for place, one in named if one not in titles),
            *(f"{place}: there is no test {one}" for place, one in tests if not _exists(one)),
            *(f"{case.id}: neither shown nor left out" for case in self.cases if not _is_accounted_for(case)),
            *(f"{one}: shows no case" for one in titles if "." not in one and one not in known),
            *(
                f"{case_id}: comes first, but no scenario shows it"
                for case_id in first
                if case_id not in shown
            ),
        ]

    def markdown(self, titles: Mapping[str, str]) -> str:
        """Write the page."""
        return _anchored("\n".join(self._lines(titles))) + "\n"

    def _lines(self, titles: Mapping[str, str]) -> Iterator[str]:
        shown = sum(bool(case.shown_by) for case in self.cases)
        tested = sum(bool(case.tested_by) and not case.shown_by for case in self.cases)
        yield "# What is shown, and by which scenario"
        yield ""
        yield "<!-- Written by `python -m tools.coverage` from coverage.toml and the features. -->"
        yield ""
        yield (
            f"Of {len(self.cases)} cases of Magento's behaviour around step 6, {shown} are shown by scenarios; "
            f"{tested} more by the suite's own tests, where a shop would have to be changed or waited for. "
            "A scenario runs by its id: `pytest features -m create_customer-14`, one row of an outline by "
            "`-m create_customer-14.2`."
        )
        for title, cases in self.groups.items():
            yield from ("", f"## {title}", "", "| case | what Magento does | shown by |", "|---|---|---|")
            yield from (_row(case, titles) for case in cases)
        yield from ("", "## Beyond the cases", "", "| scenario | why it is there |", "|---|---|")
        yield from (f"| {_linked(one, titles)} | {why} |" for one, why in self.beyond.items())


def scenario_titles() -> dict[str, str]:
    """Give the title of every scenario by its id, and an outline's again by the id of each row, filled in."""
    titles = {}
    for feature in features_in(PROJECT / "features"):
        for template in feature.scenarios.values():
            titles[short_id(template, {})] = template.name
            for row in (row for table in template.examples for row in table.as_contexts()):
                titles[short_id(template, row)] = template.render(row).name
    return titles


def main() -> None:
    """Write the page, unless the table names what does not exist."""
    coverage, titles = Coverage.read(), scenario_titles()
    if problems := coverage.problems(titles):
        sys.exit("\n".join(problems))
    PAGE.write_text(coverage.markdown(titles), encoding="utf-8")


def _tuples(case: Mapping[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in case.items()}


def _is_accounted_for(case: Case) -> bool:
    return bool(case.shown_by or case.left_out)


def _exists(test: str) -> bool:
    path, _, function = test.partition("::")
    file = PROJECT / path
    return file.is_file() and f"\ndef {function}(" in file.read_text(encoding="utf-8")


def _row(case: Case, titles: Mapping[str, str]) -> str:
    ways = [_linked(one, titles) for one in case.shown_by]
    ways += [f"test: [{test.partition('::')[2]}](../{test.partition('::')[0]})" for test in case.tested_by]
    ways += [f"*{case.left_out}*"] if case.left_out else []
    return f'| <a id="{case.anchor}"></a>{case.id} | {case.what} | {"<br>".join(ways)} |'


def _linked(scenario_id: str, titles: Mapping[str, str]) -> str:
    feature = scenario_id.rpartition("-")[0]
    title = titles[scenario_id].replace("|", "\\|").replace("<", "&lt;")
    return f"[{scenario_id}](../features/{feature}.feature) {title}"


def _anchored(page: str) -> str:
    """Let a report link to a scenario: it is found where it is first named, by itself or by one of its rows."""
    found: set[str] = set()

    def anchor(link: re.Match[str]) -> str:
        if link["id"] in found:
            return link.group()
        found.add(link["id"])
        return f'<a id="{link["id"]}"></a>{link.group()}'

    return re.sub(r"\[(?P<id>\w+-\d+)(\.\d+)?\]\(\.\./features/", anchor, page)


if __name__ == "__main__":
    main()
