"""Reporting: the only part of the suite that knows Allure.

Others hand over what they saw through `evidence` and never learn what becomes of it.
"""
