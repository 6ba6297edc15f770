"""Plays sound scenarios in any order on a store that is slow in every way that shops are: `make soak`."""
