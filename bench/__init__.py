"""How fast the suite is, beside the same work done without it: `make bench` writes docs/benchmarks.md."""
