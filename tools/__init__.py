"""Not part of a run: set-up, the catalogue of scenarios, the checklist for testing by hand, pages of docs/."""
