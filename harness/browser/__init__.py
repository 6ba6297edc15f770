"""The browser: how it is started and gets through to the shop, and what is recorded of it."""
