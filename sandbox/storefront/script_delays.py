"""How late the scripts of one page load come to life, and on which loads the sign-in form never does."""

import random

from sandbox.defects import defective
from sandbox.shop import Shop

SCHEMA = ("CREATE TABLE IF NOT EXISTS storefront_sign_in_load (number INTEGER PRIMARY KEY)",)
SCRIPTS = ("menu", "validation", "greeting", "showPassword")
LOADS_PER_DEAD_FORM = 20


def draw_delays(shop: Shop) -> dict[str, int]:
    """Draw for each script of a page load how many milliseconds it waits."""
    low, high = shop.controls.script_delay
    return {script: random.randint(low, high) for script in SCRIPTS}  # noqa: S311 - a delay is no secret


def form_stays_dead(shop: Shop) -> bool:
    """Decide whether this load of the sign-in form gets no validation: the first, the 21st, the 41st...

    On a real 2.4.8 it is one cold load in twenty at random. Counting makes every run of a suite meet it.
    """
    if not defective("dead-sign-in-form"):
        return False
    with shop.database.transaction() as connection:
        number = connection.execute("INSERT INTO storefront_sign_in_load DEFAULT VALUES").lastrowid or 0
    return number % LOADS_PER_DEAD_FORM == 1
