"""The embedded store: a small Magento that answers like a running one.

It exists so that the acceptance suite can be developed, demonstrated and proven without a shop. It imports
nothing of the suite: to the suite it is one more base URL.
"""
