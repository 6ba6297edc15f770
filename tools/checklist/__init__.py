"""The checklist: what a run did, for a tester without Python who does it by hand.

It is made of the results that a run left on disk, and of nothing else: no scenario is run for it.
"""
