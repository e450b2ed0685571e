"""clean/matchers."""
