"""The gate of a run: the doctor's checks, once, before any scenario.

What is wrong there would fail every scenario alike, or every one in the browser; it is told once, in one sentence,
with an exit code of its own. Where the merchant signs in, it is done here, once for all workers of a run.
"""

from collections.abc import Callable

from pydantic import SecretStr

from harness.preflight.diagnosis import Diagnosis
from harness.preflight.examination import Examination
from harness.preflight.procedure import Patience, examined
from harness.secrets.scrubber import Scrubber
from harness.shop.shop import Shop


def passed(
    shop: Shop, run_id: str, scrubber: Scrubber, *, wait: float, tell: Callable[[str], None]
) -> tuple[Diagnosis, SecretStr | None]:
    """Give what was found, and the admin token where the merchant signed in.

    A shop that is not there yet is waited for, `wait` seconds at most; `tell` is told what for.
    """
    examination = Examination(shop, run_id, scrubber)
    diagnosis = Diagnosis(list(examined(examination, Patience(wait, tell), thoroughly=False)))
    return diagnosis, examination.access.token if examination.access else None
