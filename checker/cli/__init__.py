"""The command line: words in English, everything that it says in Swedish."""
