"""The preflight as a command: looks at everything before a run, and prints one line a check, or JSON."""

import argparse
import json
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from harness.core.exit_codes import ExitCode
from harness.preflight.check import Check, Line
from harness.preflight.checks import CHECKS, TEMPLATE, TRIED_TEMPLATE
from harness.preflight.diagnosis import Diagnosis, diagnosis_of
from harness.preflight.examination import examine_each
from harness.preflight.faults import crashed
from harness.run.embedded_store import EmbeddedStore, EmbeddedStoreError
from harness.run.options import PATIENCE, at_store_views, read_choice
from harness.secrets.scrubber import Scrubber
from harness.shop.settings import WrongSettingsError
from harness.shop.shop import Shop


def main(arguments: Sequence[str] | None = None, *, checks: Sequence[Check] = CHECKS) -> int:
    """Look at the shop that the command line names, and give the exit code."""
    options = _parser().parse_args(arguments)
    screen = _Screen(as_json=options.json)
    if options.attempt:
        checks = [TRIED_TEMPLATE if check is TEMPLATE else check for check in checks]
    try:
        diagnosis = _diagnosis(options, checks, screen)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    screen.sum_up(diagnosis)
    return diagnosis.exit_code


class _Screen:
    """What the command prints, scrubbed of the shop's secrets: a line a check, or one JSON document at the end."""

    def __init__(self, *, as_json: bool) -> None:
        self.scrubber = Scrubber()
        self._as_json = as_json

    def say(self, text: str) -> None:
        """Say what is being waited for; beside JSON, where it is not in the way."""
        _write(sys.stderr if self._as_json else sys.stdout, self.scrubber.scrub(text))

    def show(self, line: Line) -> None:
        """Print a check's line as soon as there is one."""
        if not self._as_json:
            _write(sys.stdout, self.scrubber.scrub(_as_text(line)))

    def sum_up(self, diagnosis: Diagnosis) -> None:
        """Print what it comes to."""
        if self._as_json:
            data = json.dumps(_scrubbed(diagnosis.data(), self.scrubber), indent=2, ensure_ascii=False)
            _write(sys.stdout, data)
        else:
            _write(sys.stdout, diagnosis.sentence)


def _diagnosis(options: argparse.Namespace, checks: Sequence[Check], screen: _Screen) -> Diagnosis:
    lines: list[Line] = []

    def on_line(line: Line) -> None:
        lines.append(line)
        screen.show(line)

    try:
        with _shop(options) as shop:
            screen.scrubber.hide_all(shop.secrets())
            examine_each(
                at_store_views(shop, options.store_view),
                "doctor",
                screen.scrubber,
                wait=options.wait,
                tell=screen.say,
                thorough=True,
                on_line=on_line,
                checks=checks,
            )
    except (WrongSettingsError, EmbeddedStoreError) as error:
        _each(diagnosis_of(error).lines, on_line)
    except Exception as error:  # a fault of ours, outside of any check
        on_line(Line.of(crashed("shop's settings", error, screen.scrubber), "settings"))
    return Diagnosis(tuple(lines))


def _each(lines: Sequence[Line], on_line: Callable[[Line], None]) -> None:
    for line in lines:
        on_line(line)


@contextmanager
def _shop(options: argparse.Namespace) -> Iterator[Shop]:
    shop = read_choice(options.shop, options.sandbox)
    if shop:
        yield shop
        return
    store = EmbeddedStore(shlex.split(options.sandbox))
    try:
        yield store.shop
    finally:
        store.stop()


def _as_text(line: Line) -> str:
    found = line.finding
    said = f"[{found.id}] {found.text_with_place}" if found else line.text
    return f"{line.mark:8} {line.title:13} {said}"


def _scrubbed(value: Any, scrubber: Scrubber) -> Any:
    """Scrub each text by itself: JSON might spell a secret in another way."""
    match value:
        case dict():
            return {key: _scrubbed(each, scrubber) for key, each in value.items()}
        case list():
            return [_scrubbed(each, scrubber) for each in value]
        case str():
            return scrubber.scrub(value)
    return value


def _write(stream: TextIO, text: str) -> None:
    stream.write(f"{text}\n")
    stream.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m harness.preflight",
        description="Look at everything that a run needs, and say what to do; only --try writes to the shop.",
        epilog="docs/exit-codes.md explains the exit codes, docs/findings.md everything that can be found.",
    )
    parser.add_argument("--shop", help="as for a run: the name of a shop in shops.toml, or a shop's URL")
    parser.add_argument(
        "--store-view",
        action="append",
        metavar="CODE",
        default=[],
        help="as for a run: the store views to look at",
    )
    parser.add_argument("--sandbox", metavar="OPTIONS", default="", help="options for the embedded store")
    parser.add_argument(
        "--wait",
        type=float,
        default=PATIENCE,
        metavar="SECONDS",
        help="how long to wait for a shop that is not there yet, as after a deployment (default: %(default)g)",
    )
    parser.add_argument(
        "--try",
        action="store_true",
        dest="attempt",
        help="make a customer, look at her pages for the theme's parts and for what an address shows, and delete her",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document at the end in place of lines"
    )
    return parser
