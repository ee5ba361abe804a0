"""Hostile YAML: documents, keys, tags, anchors, bombs, depth, numbers, and sheer size."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.command.conftest import CLEAN
from tests.hostile.case import Case, after, instead

if TYPE_CHECKING:
    from collections.abc import Iterator

MEGABYTE = 1024**2
DEEP = (100, 27_500, 100_000)
BRACKETS = {
    "lists": ("[", "]"),
    "mappings": ("{a: ", "}"),
    "lists of mappings": ("[{a: ", "}]"),
    "keys": ("? ", ""),
    "keys in lists": ("[? ", "]"),
    "dashes": ("- ", ""),
    "quoted": ("['", "']"),
}
TAGS = (
    *("!!python/object/apply:os.system [id]", "!!python/name:os.system", "!!binary '@@@'"),
    *("!!binary SGVq", "!!int ''", "!!int hej", "!!float hej", "!!bool kanske", "!!null hej"),
    *("!!timestamp 2024-02-30", "!!set {a}", "!!omap [a: 1]", "!!pairs [a: 1]", "!egen hej"),
    *("!<tag:yaml.org,2002:str> hej", "!!str hej", "! hej", "!e!x hej", "!!merge <<"),
)
SCALARS = (
    *("9" * 5_000, "-" + "9" * 5_000, "0x" + "f" * 100_000, "0o" + "7" * 5_000, "1" * 100_000),
    *("1e400", "-1e400", ".inf", "-.INF", ".nan", "1_000", "017", "0o17", "12:30:45", "1e-400"),
    *("2024-02-30", "2024-13-01T25:61:61Z", "~", "yes", "off", "NO", "=", "0b11", "+.inf"),
    *("0." + "0" * 5_000 + "1", "1e" + "9" * 300, "١٢٣", "²", "½", "1e1_0"),
)
ESCAPES = (
    *(r"\ud800", r"\udc00\ud800", r"\ud83d\ude00", r"\UFFFFFFFF", r"\U00110000", r"\0", r"\x1b"),
    *(
        r"\a\b\v\f",
        r"\N\L\P",
        r"\xZZ",
        r"\u12",
        r"\q",
        r"\uFFFE\uFFFF",
        r"\uFEFF",
        r"\x7f\x9b",
    ),
)


def cases() -> Iterator[Case]:
    """All of them."""
    yield from _documents()
    yield from _nodes()
    yield from _keys()
    yield from _depth()
    yield from _sizes()


def _documents() -> Iterator[Case]:
    directives = {
        "%YAML 1.1": f"%YAML 1.1\n---\n{CLEAN}",
        "%YAML 1.3": f"%YAML 1.3\n---\n{CLEAN}",
        "%YAML 9999999999": f"%YAML 99999999999999999999.1\n---\n{CLEAN}",
        "%YAML twice": f"%YAML 1.2\n%YAML 1.2\n---\n{CLEAN}",
        "%TAG": f"%TAG !e! tag:exempel.se,2000:\n---\n{CLEAN}",
        "an unknown directive": f"%HEJ hopp\n---\n{CLEAN}",
        "a directive at the end": after("%YAML 1.2\n"),
        "two documents": f"{CLEAN}---\n{CLEAN}",
        "two documents on a line": f"{CLEAN}--- {{a: 1}}\n",
        "a second one after dots": f"{CLEAN}...\na: 1\n",
        "a thousand documents": "---\na: 1\n" * 1_000,
        "a thousand empty documents": "---\n" * 1_000,
        "nothing": "",
        "a comment": "# hej\n",
        "a mark": "\ufeff",
        "three dashes": "---\n",
        "three dots": "...\n",
        "spaces": " " * 5_000,
        "tabs": "\t" * 5_000,
        "new lines": "\n" * 5_000,
        "a word": "hej\n",
        "null": "null\n",
        "a list": "- format: kvalitetsrapport/1\n",
        "an empty mapping": "{}\n",
        "JSON that is no report": json.dumps({"a": [None, True, 1.5, {"b": "\u2028"}]}),
        "an alias": "*a\n",
        "a colon": ":\n",
        "a question mark": "?\n",
        "a dash": "-\n",
        "a percent sign": "%\n",
        "a tabbed report": instead("  titel:", "\ttitel:"),
        "an open quote": after('avsnitt: "' + "x\n" * 2_000),
        "an open list": after("avsnitt: [" + "x,\n" * 2_000),
        "an open mapping": after("avsnitt: {" + "x: 1,\n" * 2_000),
        "a block header with everything": after("avsnitt: |+9-\n x\n"),
        "closing brackets": after("avsnitt: " + "]" * 5_000 + "\n"),
        "reserved characters": after("@a: `b`\n"),
        "format as a list": instead("format: kvalitetsrapport/1", "format: [kvalitetsrapport/1]"),
        "format as a number": instead("format: kvalitetsrapport/1", "format: 1e400"),
        "format with much behind": instead("kvalitetsrapport/1", "kvalitetsrapport/" + "1" * 9_000),
        "an address as format": instead("kvalitetsrapport/1", "http://127.0.0.1:9/schema"),
    }
    for name, content in directives.items():
        yield Case(name, content=content)
    yield Case("%YAML 1.2", 0, f"%YAML 1.2\n---\n{CLEAN}", refused=False)
    yield Case("a JSON schema", content=json.dumps({"$ref": "http://127.0.0.1:9/x", "$id": "x"}))
    references = {"$ref": "file:///etc/passwd", "$schema": "http://127.0.0.1:9/"}
    extra = "".join(f"{key}: {value}\n" for key, value in references.items())
    yield Case("references in a report", content=after(extra), refused=False)


def _nodes() -> Iterator[Case]:
    laughs = "a0: &a0 [x, x]\n"
    laughs += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10))
    merges = "m0: &m0 {a: 1}\n"
    merges += "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 26))
    aliases = {
        "a billion laughs": laughs + CLEAN,
        "a cycle": after("avsnitt: &a [*a]\n"),
        "a cycle of mappings": after("avsnitt: &a {b: *a}\n"),
        "a merge bomb": merges + CLEAN,
        "a merge": after("avsnitt: {<<: {a: 1}}\n"),
        "a merge with itself": after("avsnitt: &a {<<: *a}\n"),
        "a merge with a text": after("avsnitt: {<<: hej}\n"),
        "an alias to nothing": after("avsnitt: *borta\n"),
        "an alias as a key": after("*borta : 1\n"),
        "an anchor twice": after("avsnitt: [&a 1, &a 2]\n"),
        "an anchor on a key": after("&a avsnitt: 1\n"),
        "an anchor without a name": after("avsnitt: & 1\n"),
        "an anchor on an alias": after("avsnitt: &a *a\n"),
    }
    for name, content in aliases.items():
        yield Case(name, content=content)
    for tag in TAGS:
        yield Case(f"the tag {tag}", content=after(f"avsnitt: {tag}\n"))
    yield Case("a tag on the whole", content=f"!!map\n{CLEAN}")
    yield Case("a tag on a key", content=after("!!str avsnitt: 1\n"))
    for scalar in SCALARS:
        yield Case(
            f"the value {scalar[:12]} ({len(scalar)})",
            0 if scalar == "~" else 1,
            content=instead("totalt: 40", f"totalt: {scalar}"),
            refused=False,
        )
    for escape in ESCAPES:
        yield Case(
            f"the escape {escape}", content=instead("Socialnämnden\n  p", f'"Nämnd {escape}"\n  p')
        )


def _keys() -> Iterator[Case]:
    keys = {
        "a list": "? [a, {b: c}]\n: 1\n",
        "a mapping": "? {a: 1}\n: 1\n",
        "a list in a line": "[a, b]: 1\n",
        "nothing": ": 1\n",
        "null": "~: 1\n",
        "a number": "1: 1\n",
        "a truth value": "true: 1\n",
        "not a number": ".nan: 1\n.NaN: 2\n",
        "one in many ways": "1: a\n1.0: b\n'1': c\ntrue: d\n",
        "the same": "titel: 1\ntitel: 2\n",
        "the same, stored otherwise": "å: 1\na\u030a: 2\n",
        "the same, full width": "ab: 1\n\uff41\uff42: 2\n",
        "the same, with an invisible sign": "ab: 1\na\u200bb: 2\n",
        "a known one with an invisible sign": "lex_sarah\u200d: 1\n",
        "a known one in another alphabet": "\u0430vvikelser: 1\n",
        "a mark in mid-file": "\ufeffavsnitt: 1\n",
        "of 100,000 characters": "a" * 100_000 + ": 1\n",
        "of 1,500 signs without a space": "?" * 1_500 + ": 1\n",
        "of Python": "__class__: {__init__: {__globals__: 1}}\n",
        "of JavaScript": "__proto__: {constructor: 1}\n",
        "of JSON Schema": "$ref: '#'\n$defs: {}\n",
        "with a pointer": "a/b~1c~0d: 1\n",
        "with braces": "'{0.__class__}': '{x!r}'\n",
    }
    for name, extra in keys.items():
        yield Case(f"a key: {name}", content=after(extra), refused=False)
    colliding = "".join(f"{k * (2**61 - 1)}: 1\n" for k in range(20_000))
    yield Case("20,000 keys that collide", content=after("avsnitt:\n" + _indented(colliding)))


def _depth() -> Iterator[Case]:
    for kind, (opening, closing) in BRACKETS.items():
        for depth in DEEP:
            text = f"avsnitt:\n  {opening * depth}{closing * depth}\n"
            yield Case(f"{depth:,} {kind}", content=after(text), heavy=depth == DEEP[-1])
    for depth in (100, 1_000):
        steps = "".join(f"{' ' * at}a:\n" for at in range(1, depth))
        yield Case(f"{depth:,} indented mappings", content=after("avsnitt:\n" + steps))
    yield Case("10,000 brackets that only close", content=after("avsnitt: " + "}" * 10_000 + "\n"))


def _sizes() -> Iterator[Case]:
    yield Case("10 MiB and a byte", content=lambda: b"a" * (10 * MEGABYTE + 1), heavy=True)
    yield Case("10 MiB in a line", content=lambda: b"a" * 10 * MEGABYTE, heavy=True)
    yield Case("10 MiB of a comment", content=lambda: b"#" * 10 * MEGABYTE, heavy=True)
    yield Case("10 MiB of new lines", content=lambda: b"\n" * 10 * MEGABYTE, heavy=True)
    yield Case("10 MiB of zeros", content=lambda: bytes(10 * MEGABYTE), heavy=True)
    yield Case(
        "10 MiB of a text", content=lambda: after("x: |\n" + "  ord\n" * 1_700_000), heavy=True
    )
    yield Case("10 MiB of dashes", content=lambda: "- \n" * 3_400_000, heavy=True)
    yield Case("500,001 lines", content=lambda: "a: 1\n" + "\n" * 500_001, heavy=True)
    yield Case("500,001 comments", content=lambda: "#\n" * 500_001, heavy=True)
    yield Case("600,000 values", content=lambda: after(_flow("1", 600_000)), heavy=True)
    yield Case("600,000 keys", content=lambda: after(_keys_in_flow(600_000)), heavy=True)
    yield Case("300,000 dashes", content=lambda: "- x\n" * 300_000, heavy=True)
    yield Case("100,000 aliases", content=lambda: after(_flow("*a", 100_000)), heavy=True)
    yield Case("100,000 anchors", content=lambda: after(_flow("&a x", 100_000)), heavy=True)
    yield Case("100,000 tags", content=lambda: after(_flow("!t x", 100_000)), heavy=True)
    yield Case("a tag of 190,000", content=lambda: after(f"a: !{'x' * 190_000} 1\n"), heavy=True)
    yield Case(
        "an anchor of 190,000", content=lambda: after(f"a: &{'x' * 190_000} 1\n"), heavy=True
    )
    yield Case(
        "a line of 190,000 commas", content=lambda: after(f"a: [{',' * 190_000}]\n"), heavy=True
    )
    yield Case("15,000 directives", content=lambda: "%TAG !a! x\n" * 15_000 + CLEAN, heavy=True)
    yield Case("the same key 300,000 times", content=lambda: "a: 1\n" * 300_000, heavy=True)
    yield Case("a line of 200,001", content=after(f"x: {'å' * 200_001}\n"))
    yield Case(
        "20,000 unlike objects in a list",
        content=lambda: after(
            "avsnitt:\n" + "".join(f"  - {{rubrik: r{n}, text: t}}\n" for n in range(20_000))
        ),
        code=0,
        heavy=True,
        refused=False,
    )
    yield Case(
        "3,000 mixed values where texts are asked for",
        content=lambda: instead(
            "  analys: De flesta", f"  kolumner: [{', '.join('a' * 3_000)}]\n  analys: De flesta"
        ),
        refused=False,
    )


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def _flow(item: str, count: int) -> str:
    rows = [", ".join([item] * 1_000)] * (count // 1_000)
    return "x: [" + ",\n ".join(rows) + "]\n"


def _keys_in_flow(count: int) -> str:
    rows = (", ".join(f"k{n}: 1" for n in range(at, at + 1_000)) for at in range(0, count, 1_000))
    return "x: {" + ",\n ".join(rows) + "}\n"
