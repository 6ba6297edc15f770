"""A plugin for runs that are meant to fail in the browser: it makes them wait less for what never comes."""

from pages import time_limits

time_limits.APPEARANCE = 6_000
