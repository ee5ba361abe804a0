"""The document layer: bytes to plain data with the place of every key and value."""
