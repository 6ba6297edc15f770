"""The shop under test: its settings, the REST client made from them, and the access of its administrator."""
