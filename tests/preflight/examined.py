"""The preflight's look at one store view of a shop."""

from typing import Any

from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import Known, examine_each
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import Shop


def examine(shop: Shop, run_id: str, scrubber: Scrubber, **options: Any) -> tuple[Diagnosis, Known]:
    """Give what was found in the way, and what else is known; `options` are those of `examine_each`."""
    (examined,) = examine_each((shop,), run_id, scrubber, **options)
    return examined
