"""Exceptions: single findings that a municipality has decided to let stand, in undantag.yaml."""
