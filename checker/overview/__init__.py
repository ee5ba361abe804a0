"""Kravöversikt: where a report answers what is asked of it, for SAS to read through and sign."""
