"""Open, step, end, resume, fork: the only writer of events."""
