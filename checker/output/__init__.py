"""The forms of output: each a module with one pure function from a result to text."""
