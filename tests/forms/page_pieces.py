"""What is most likely to break out of a page, or to make it do something."""

from __future__ import annotations

from hypothesis import strategies as st

MARKUP = {
    "a mention": "@anna @org/team a@b.se",
    "an issue": '#3 a/b#3 GH-3 !3 &3 $3 %3 ~3 [issue:3] %"a b" ~"a b"',
    "an address": "https://a.se http://a.se www.a.se WWW.a.se ftp://a.se rdar://1 mailto:a@b.se",
    "an address in brackets": "<https://a.se> <a@b.se>",
    "a link": "[a](https://a.se) [a](javascript:alert(1)) [a][b] [a]: /b 'c'",
    "a picture": "![a](https://a.se/a.png) ![a][b]",
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "the end of our markup": "</li></ol></details></pre></code></p></td></table></main></html>",
    "an attribute": '" onclick="alert(1)" x="',
    "an attribute in single quotes": "' onclick='alert(1)' x='",
    "a comment": "<!-- a --> <!--",
    "a style": "</style><style>*{display:none}</style>",
    "an entity": "&lt;script&gt; &#60;b&#62; &copy;",
    "a heading": "# a",
    "an underlined heading": "===",
    "a line": "---",
    "a list": "- a",
    "another list": "+ a",
    "a numbered list": "1. a",
    "a task": "[ ] a",
    "a task in a list": "- [x] a",
    "a quotation": "> a",
    "a table": "| a | b |",
    "a table in a table": "a|b\\|c\\\\|d|",
    "a code fence": "```sh",
    "a code fence of tildes": "~~~",
    "code": "`a` ``b``",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ ~f~",
    "a footnote": "[^1] [^1]: a",
    "an emoji": ":tada: :+1: :100:",
    "mathematics": "$a$ $$b$$ $`c`$ \\(d\\)",
    "a difference": "{-a-} {+b+} [-c-] [+d+]",
    "a contents list": "[[_TOC_]] [TOC] [[a]]",
    "a quick action": "/close",
    "a description": ": a",
    "a directive": ":::mermaid",
    "backslashes": "\\ \\\\ \\* a\\",
    "a template": "{{a}} {% a %} ${{ a }} <%= a %>",
    "spaces": "    a",
    "lines": "a\n\n# b\r\n- c\u2028d\x85e",
    "hidden marks": "\x1b[31m\u202eb\u200b\x00\ud800\ue000",
    "nothing": "",
    "a blank": " ",
    "long": "å" * 3_000,
    "long without blanks": "<&*_" * 800,
}
PIECES = st.sampled_from(sorted({piece for text in MARKUP.values() for piece in text.split(" ")}))
HOSTILE = st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=6).map(" ".join) | st.lists(
    st.one_of(PIECES, st.text(max_size=3)), max_size=6
).map("".join)
