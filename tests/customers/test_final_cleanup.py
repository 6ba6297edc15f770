"""The final clean-up of a run: whoever is left is deleted and named, and a refused search is no green end."""

from pathlib import Path

import pytest
from werkzeug.wrappers import Response

from harness.customers.final_cleanup import Cleaned, clean_up
from harness.run.run import Run
from harness.run.run_id import fresh
from harness.secrets.scrubber import Scrubber
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.acceptance.feature_run import run_features
from tests.verdict.spoiled_shop import ScenarioContext, spoiled_shop, status


def cleaned(context: ScenarioContext) -> Cleaned:
    """Clean up after the run of a scenario at a shop called staging."""
    run = context.failures.run
    assert run
    shop = run.shop.model_copy(update={"name": "staging"})
    return clean_up(Run(shop=shop, id=run.id, machine=run.machine), (), Scrubber())


def test_nobody_is_left() -> None:
    """The usual end, of which nothing is said."""
    with spoiled_shop() as context:
        assert cleaned(context) == Cleaned()


def test_somebody_is_left() -> None:
    """She is named and deleted."""
    with spoiled_shop() as context:
        _, credentials = context.create()
        assert cleaned(context) == Cleaned(
            left=True, sentence=f"Left behind by this run: {credentials.username}. Deleted now."
        )


def test_shop_refuses_to_say() -> None:
    """Then it is not known, and the sentence says why and how to clean later."""
    with spoiled_shop() as context:
        context.create()
        context.front.break_for(None, "customers/search", status(403))
        found = cleaned(context)
    assert found.left is None
    assert found.sentence.startswith(
        "Whether customers of this run are left behind is not known: GET /rest/all/V1/"
    )
    assert "403" in found.sentence
    assert "Delete them later: python -m harness.customers.sweep --shop staging --run" in found.sentence


@pytest.mark.usefixtures("processes")
def test_run_whose_shop_refuses_to_say(tmp_path: Path) -> None:
    """69, and the report says why; the preflight's own search was answered."""
    searches: list[Response] = []

    def refused_after_the_first(response: Response) -> Response:
        searches.append(response)
        return response if len(searches) == 1 else status(403)(response)

    with spoiled_shop() as context:
        context.front.break_for(None, "customers/search", refused_after_the_first)
        variables = {
            "SHOP_BASE_URL": context.shop.base_url,
            "SHOP_ADMIN_USERNAME": "admin",
            "SHOP_ADMIN_PASSWORD": BUILT_IN_ADMIN_PASSWORD,
        }
        run = run_features(tmp_path, "-m", "store_views-01", "--run-id", fresh(), variables=variables)
    assert run.exit_code == 69, run.output
    assert "1 passed" in run.output
    assert "Whether customers of this run are left behind is not known: " in run.output
    errors = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*-globals.json")]
    assert "Whether customers of this run are left behind is not known: " in "".join(errors)
