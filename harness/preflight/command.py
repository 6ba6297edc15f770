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
from harness.preflight.checks import CHECKS
from harness.preflight.diagnosis import Diagnosis, diagnosis_of
from harness.preflight.examination import examine
from harness.preflight.faults import crashed
from harness.run.embedded_store import EmbeddedStore, EmbeddedStoreError
from harness.run.options import PATIENCE
from harness.secrets.scrubber import scrubber
from harness.shop.settings import WrongSettingsError, real_shop
from harness.shop.shop import Shop


def main(arguments: Sequence[str] | None = None, *, checks: Sequence[Check] = CHECKS) -> int:
    """Look at the shop that the command line names, and give the exit code."""
    options = _parser().parse_args(arguments)
    try:
        diagnosis = _diagnosis(options, checks)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    if options.json:
        _say(json.dumps(_scrubbed(diagnosis.data()), indent=2, ensure_ascii=False))
    else:
        _say(diagnosis.sentence)
    return diagnosis.exit_code


def _diagnosis(options: argparse.Namespace, checks: Sequence[Check]) -> Diagnosis:
    lines: list[Line] = []

    def on_line(line: Line) -> None:
        lines.append(line)
        if not options.json:
            _say(_as_text(line))

    try:
        with _shop(options) as shop:
            for secret in shop.secrets():
                scrubber.hide(secret)
            say = _say_aside if options.json else _say
            examine(
                shop, "doctor", wait=options.wait, tell=say, thorough=True, on_line=on_line, checks=checks
            )
    except (WrongSettingsError, EmbeddedStoreError) as error:
        _each(diagnosis_of(error).lines, on_line)
    except Exception as error:  # a fault of ours, outside of any check
        on_line(Line.of(crashed("shop's settings", error), "settings"))
    return Diagnosis(tuple(lines))


def _each(lines: Sequence[Line], on_line: Callable[[Line], None]) -> None:
    for line in lines:
        on_line(line)


@contextmanager
def _shop(options: argparse.Namespace) -> Iterator[Shop]:
    shop = real_shop(options.shop)
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


def _scrubbed(value: Any) -> Any:
    """Scrub each text by itself: JSON might spell a secret in another way."""
    match value:
        case dict():
            return {key: _scrubbed(each) for key, each in value.items()}
        case list():
            return [_scrubbed(each) for each in value]
        case str():
            return scrubber.scrub(value)
    return value


def _say(text: str) -> None:
    _write(sys.stdout, text)


def _say_aside(text: str) -> None:
    _write(sys.stderr, text)


def _write(stream: TextIO, text: str) -> None:
    stream.write(f"{scrubber.scrub(text)}\n")
    stream.flush()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m harness.preflight",
        description="Look at everything that a run needs, and say what to do. Nothing is written to the shop.",
        epilog="docs/exit-codes.md explains the exit codes, docs/findings.md everything that can be found.",
    )
    parser.add_argument("--shop", help="as for a run: the name of a shop in shops.toml, or a shop's address")
    parser.add_argument("--sandbox", metavar="OPTIONS", default="", help="options for the embedded store")
    parser.add_argument(
        "--wait",
        type=float,
        default=PATIENCE,
        metavar="SECONDS",
        help="how long to wait for a shop that is not there yet, as after a deployment (default: %(default)g)",
    )
    parser.add_argument(
        "--json", action="store_true", help="print one JSON document at the end in place of lines"
    )
    return parser
