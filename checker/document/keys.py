"""Keys: their name, and when two of them are the same."""

from __future__ import annotations

import unicodedata


def nfc(text: str) -> str:
    """A text with å, ä and ö as one character each, however they were typed."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def identity(key: str) -> str:
    """What is compared: keys that look the same to the eye are the same.

    NFKC without format characters: a soft hyphen or a no-break space makes no other key.
    """
    if key.isascii():
        return key
    compared = unicodedata.normalize("NFKC", key)
    return "".join(mark for mark in compared if unicodedata.category(mark) != "Cf")
