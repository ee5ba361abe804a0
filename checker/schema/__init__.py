"""The shape of a report: what may stand where, and how each value is read."""
