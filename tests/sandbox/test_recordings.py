"""The store answers every recorded exchange as the running shop did."""

from collections.abc import Callable

from tests.sandbox.recorded_exchanges import Replay, recorded
from tests.sandbox.rest_client import RestClient


def test_every_recorded_exchange_holds(
    magento: str, client: RestClient, say_at_the_end: Callable[[str], None]
) -> None:
    """Replayed in order, status, content type and body are those of the recording."""
    replay = Replay(client)
    rows = recorded(magento)
    broken = {row["id"]: found for row in rows if (found := replay.differences(row))}
    say_at_the_end(f"{len(rows) - len(broken)} of {len(rows)} recorded exchanges hold")
    assert not broken, "\n".join(f"{row_id}: {found}" for row_id, found in broken.items())
    assert len(rows) == 106, "the recording is not the one that was made"
