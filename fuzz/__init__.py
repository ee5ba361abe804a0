"""Fuzzing: reports, rules and settings made at random, run through everything, and judged.

The makers (``reports``, ``writing``, ``damage``, ``noise``, ``settings``) are written once, over a
``Random``. The driver gives them a seeded one, ``strategies`` one that hypothesis chooses for and
can shrink, ``atheris_target`` one that reads the bytes of a coverage-guided fuzzer.
"""
