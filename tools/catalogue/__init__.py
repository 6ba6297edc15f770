"""The catalogue: which scenarios there are, and which sentences a new one can be written with.

It is generated from what a run would execute, so it cannot be out of date. It is made by pytest itself, with
options of its own, because only pytest knows all step definitions without anybody naming their modules, and
because `-m` then chooses what is listed.
"""
