"""A plugin for runs that do not wait for the sign-in page's scripts, to see what the wait is good for."""

from pages import time_limits

time_limits.SCRIPTS = 1
time_limits.APPEARANCE = 6_000
