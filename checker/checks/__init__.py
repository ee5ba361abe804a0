"""The ways to check: each a function of an item in a report and the parameters of a rule."""
