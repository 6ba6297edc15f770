"""`python -m harness.preflight --shop staging`: looks at everything before a run, and prints one line a check."""

import argparse
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from harness.preflight.diagnosis import Diagnosis, diagnosis_of
from harness.preflight.examination import Examination, Line
from harness.preflight.procedure import Patience, examined
from harness.run.embedded_store import EmbeddedStore, EmbeddedStoreError
from harness.run.options import PATIENCE
from harness.secrets.scrubber import Scrubber
from harness.shop.settings import WrongSettingsError, read_shop
from harness.shop.shop import Shop

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Examine the shop that the command line names, and give the exit code."""
    options = _parser().parse_args(arguments)
    diagnosis = Diagnosis()
    scrubber = Scrubber()

    def say(text: str) -> None:
        sys.stdout.write(f"{scrubber.scrub(text)}\n")
        sys.stdout.flush()

    try:
        for line in _lines(options, scrubber, say):
            diagnosis.lines.append(line)
            say(f"{line.mark:8} {line.looked_at:13} {line.text}")
    except KeyboardInterrupt:
        return _INTERRUPTED
    say(diagnosis.sentence)
    return diagnosis.exit_code


def _lines(options: argparse.Namespace, scrubber: Scrubber, say: Callable[[str], None]) -> Iterator[Line]:
    try:
        with _shop(options) as shop:
            scrubber.hide_all(shop.secrets())
            patience = Patience(options.wait, tell=say)
            yield from examined(Examination(shop, "doctor", scrubber), patience, thoroughly=True)
    except (WrongSettingsError, EmbeddedStoreError) as error:
        yield from diagnosis_of(error).lines


@contextmanager
def _shop(options: argparse.Namespace) -> Iterator[Shop]:
    shop = read_shop(options.shop)
    if shop:
        yield shop
        return
    store = EmbeddedStore(shlex.split(options.sandbox))
    try:
        yield store.shop
    finally:
        store.stop()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m harness.preflight",
        description="Look at everything that a run needs, and say what to do. Nothing is written to the shop.",
        epilog="Exit codes: 0, the shop can be tested; 69, it cannot, or not all of it; 78, settings, credentials or "
        "the browser are wrong.",
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
    return parser


if __name__ == "__main__":
    sys.exit(main())
