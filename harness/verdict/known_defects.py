"""Defects of stock Magento versions that are known: known_defects.toml, and what becomes of scenarios that meet one.

| the shop's version | the scenario fails with the defect's sign | it passes |
|---|---|---|
| has the defect | a known defect (xfail), or failed if the shop's settings say so | passed, and said to be mended |
| has it not | failed | passed |
| cannot be reported | failed, with the version that has it and the line to write | passed |
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from harness.core.causes import Cause, Judgement
from harness.core.failure_message import message_of
from harness.core.scenario_identity import ScenarioIdentity
from harness.run.run import Run
from harness.shop.magento_version import MagentoVersion

_TABLE = Path(__file__).with_name("known_defects.toml")


@dataclass(frozen=True)
class KnownDefect:
    """A row of the table, as the file explains it."""

    scenario: str
    versions: Sequence[str]
    seen: str
    sign: str
    mended: str

    def is_of(self, magento: MagentoVersion) -> bool | None:
        """Tell whether a version has it, None where the version cannot be reported."""
        answers = [magento.is_release(version) for version in self.versions]
        return True if True in answers else None if None in answers else False

    def fits(self, failure: BaseException) -> bool:
        """Tell whether a failure shows this defect, and no other."""
        return re.search(self.sign, message_of(failure)) is not None

    @property
    def owner(self) -> str:
        """Give the version that has it, in words."""
        return f"Magento {' and '.join(self.versions)}"

    @property
    def sentence(self) -> str:
        """Say what it is."""
        return f"Known defect of {self.owner}: {self.seen} (mended in {self.mended})."


DEFECTS = tuple(KnownDefect(**row) for row in tomllib.loads(_TABLE.read_text(encoding="utf-8"))["defect"])


def judgement_of(failure: BaseException, item: pytest.Item, run: Run | None) -> Judgement | None:
    """Judge a failure that shows a known defect of the shop's version, None for any other.

    Where the shop's settings make it fail, or nothing tells the version, the failure gets a note that says so.
    """
    defect = _defect_of(item)
    if run is None or defect is None or not defect.fits(failure):
        return None
    is_of_shop = defect.is_of(run.magento)
    if is_of_shop and run.shop.known_defects == "tolerate":
        return Judgement(Cause.DEFECT, defect.sentence)
    if is_of_shop:
        failure.add_note(defect.sentence)
    elif is_of_shop is None:
        line = run.shop.line("magento", f'"{defect.versions[0]}"')
        failure.add_note(f"{defect.owner} has this defect. If the shop is one, {line}.")
    return None


def note_mended(report: pytest.TestReport, item: pytest.Item, run: Run | None) -> None:
    """Let a scenario that passes say so where a stock shop of the version has its defect."""
    defect = _defect_of(item)
    if run and defect and report.when == "call" and report.passed and defect.is_of(run.magento):
        report.wasxfail = f"This shop has been mended: {defect.owner} has a known defect here: {defect.seen}."


def expect(report: pytest.TestReport, judgement: Judgement) -> None:
    """Let a failure count as pytest counts those that are expected."""
    report.outcome = "skipped"
    report.wasxfail = judgement.message


def _defect_of(item: pytest.Item) -> KnownDefect | None:
    identity = ScenarioIdentity.of(item)
    scenario = identity.short_id.partition(".")[0] if identity else ""
    return next((defect for defect in DEFECTS if defect.scenario == scenario), None)
