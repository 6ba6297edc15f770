"""Each part of the step fails, and says why, when the shop is wrong there and nowhere else."""

from pathlib import Path

import pytest

from tests.acceptance.feature_run import run_features

WHOLE_STEP = "The whole step: ids, customer, customer token, Address Book"
IDS = "The store view is listed with the ids that a customer needs"
CREATION = "The customer is created as she was sent, with one address for billing and shipping"
TOKEN = "The customer's token opens her own account"
ADDRESS_BOOK = "The Address Book shows the default billing and the default shipping address"


@pytest.mark.parametrize(
    ("defect", "part", "sentence"),
    [
        ("wrong-website-id", IDS, "store view in the list, website_id: expected 2, seen 3"),
        ("no-default-flags", CREATION, "address, default_billing: expected true, seen false"),
        ("foreign-customer-token", TOKEN, "the token's customer: expected"),
        ("swapped-addresses", ADDRESS_BOOK, "default billing address, street: expected 123 Oak Ave, seen"),
    ],
)
def test_defect_fails_its_part(tmp_path: Path, defect: str, part: str, sentence: str) -> None:
    """The part and the whole step are red for the defect's reason."""
    run = run_features(tmp_path, "-m", "tutorial", "--shop", "embedded", "--sandbox", f"--defect {defect}")
    failed = run.failed()
    assert run.exit_code == 1, run.output
    assert sentence in failed[part]
    assert sentence in failed[WHOLE_STEP]


def test_sound_shop_passes(tmp_path: Path) -> None:
    """Without a defect nothing is red, so the reds above are the defects' own."""
    run = run_features(tmp_path, "-m", "tutorial", "--shop", "embedded")
    assert (run.exit_code, run.failed()) == (0, {}), run.output
