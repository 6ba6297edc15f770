"""The codes that a run ends with beside pytest's own; a pipeline tells causes apart by them."""

UNAVAILABLE = 69
"""The shop cannot be tested: it does not answer, or not as a Magento shop does (EX_UNAVAILABLE)."""

CONFIGURATION = 78
"""Settings, credentials or the browser are wrong or missing (EX_CONFIG)."""
