"""Rulesets: what a municipality changes in the default rules and adds to them."""
