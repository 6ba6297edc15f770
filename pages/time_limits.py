"""How long the browser side waits, in milliseconds; every limit of the page objects stands here."""

NAVIGATION = 60_000
"""For a page to answer: the first page after a deployment may take tens of seconds."""

APPEARANCE = 20_000
"""For something the customer is waiting to see."""

SCRIPTS = 3_000
"""For each script of the sign-in page: on one load in twenty of 2.4.8 the form's never comes; it works without."""
