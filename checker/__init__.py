"""Kvalitetskoll: checks the content of Swedish municipal quality reports."""
