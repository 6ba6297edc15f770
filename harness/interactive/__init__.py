"""A person in front of the run: step by step, customers that stay, the terminal."""
