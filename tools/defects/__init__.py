"""Plays the scenarios against every defect of the embedded store, and writes docs/defects.md: `make defects`."""
