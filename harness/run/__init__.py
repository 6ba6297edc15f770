"""One run: its options, its id, its time limits, its parts on several machines, and the embedded store."""
