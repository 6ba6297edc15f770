"""The preflight: looks at a shop before a run, check by check, and says what stands in the way and what to do."""
