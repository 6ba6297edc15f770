"""The manual: the scenarios as a checklist for a tester without Python, filled in for one shop.

A run with --manual rehearses its scenarios: every step is prepared as ever, with the shop's own ids, names and
addresses, but what it would send is written down in place of being sent. So the checklist holds the very
values of a run, and the shop is only asked for facts.
"""
