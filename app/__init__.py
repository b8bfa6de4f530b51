"""Everything that remembers, serves, or judges."""
