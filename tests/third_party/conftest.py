"""Distributions of strangers: the tests install them; their own tests run where they are installed."""

collect_ignore = ["lending_library"]
