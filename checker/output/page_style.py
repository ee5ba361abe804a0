"""The style that all HTML pages share: calm on a screen, whole on A4 in black and white."""

from __future__ import annotations

# Every colour of text has at least 4.5:1 against what is behind it (WCAG AA); a colour only helps
# the eye, for its meaning stands in words beside it. A page's rule uses a hash of its style.
BASE = """
:root {
  --ink: #1b2733; --soft: #4a5866; --faint: #5f6b77; --line: #cfd6dd; --box: #8593a1;
  --paper: #fff; --head: #eef2f6; --sum: #f4f6f8; --blue: #14507a;
  --gold: #d9b45b; --gold-tint: #fdf7e6;
  --red: #86180f; --red-tint: #fbe7e5; --orange: #7a3c05; --orange-tint: #fdeedd;
  --yellow: #614500; --yellow-tint: #fbf3d5; --green: #174a2b; --green-tint: #eaf5ee;
  --blue-dark: #123f68; --blue-tint: #e6f0fa; --purple: #4d2a80; --purple-tint: #f1eafa;
  --grey: #414d58; --grey-tint: #f2f4f6;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
body {
  margin: 0 auto; padding: 2.5rem 1.25rem 4rem; max-width: 88rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.5 "Segoe UI", system-ui, -apple-system, "Helvetica Neue", Arial, sans-serif;
}
h1 { margin: 0; font-size: 2.25rem; line-height: 1.15; font-weight: 650; letter-spacing: -.015em; }
h2 { margin: 0 0 .5rem; font-size: 1.35rem; line-height: 1.25; font-weight: 650; }
header h2, nav h2, .legend h2 { font-size: 1rem; margin-top: 1.75rem; }
p { margin: 0 0 .5rem; max-width: 46rem; }
a { color: var(--blue); text-underline-offset: .15em; }
a:focus-visible { outline: 3px solid var(--blue); outline-offset: 2px; }
small { display: block; color: var(--soft); font-size: .8em; }
.made, .note, footer { color: var(--soft); }
.made { margin: .35rem 0 1.25rem; }
.notice {
  max-width: 46rem; padding: .8rem 1.1rem; border: 1px solid var(--gold); border-left-width: .4rem;
  background: var(--gold-tint);
}
.notice p { margin: 0; }
.notice p:first-child { font-weight: 650; }
.notice p + p { margin-top: .35rem; }
.reports { margin: 0; padding: 0; list-style: none; }
nav ol { margin: 0; padding-left: 1.4rem; }
nav li { padding: .1rem 0; }
dt { padding: .05rem .5rem; font-weight: 650; font-size: .9rem; align-self: start; }
dd { margin: 0; font-size: .9rem; }
main > section { margin-top: 3.5rem; scroll-margin-top: 1rem; }
table { margin-top: 1rem; width: 100%; border-collapse: separate; border-spacing: 0;
  font-size: .875rem; line-height: 1.4; border-bottom: 2px solid var(--ink); }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: .5rem .7rem; min-width: 6.5rem; text-align: left; vertical-align: top;
  border-bottom: 1px solid var(--line); }
td + td, th + td { border-left: 1px solid var(--line); }
thead th { position: sticky; top: 0; z-index: 1; vertical-align: bottom; font-weight: 650;
  background: var(--head); border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 500; }
.number { min-width: 4rem; text-align: right; font-variant-numeric: tabular-nums; }
table.narrow { width: auto; }
table.narrow th[scope] { min-width: 4rem; }
table.narrow tbody th[scope] { min-width: 12rem; }
b { font-weight: 650; }
i { font-style: normal; color: var(--faint); }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line);
  font-size: .875rem; }
tr.sum th, tr.sum td { font-weight: 650; background: var(--sum); border-top: 1px solid var(--ink); }
@media screen and (max-width: 78rem) { main > section { overflow-x: auto; } }
@page {
  margin: 14mm 12mm 15mm;
  @bottom-right { content: "Sida " counter(page) " av " counter(pages); font: 8pt sans-serif; }
}
@media print {
  html { font-size: 9.5pt; }
  body { padding: 0; max-width: none; color: #000; }
  nav { display: none; }
  main > section { margin-top: 2rem; }
  h2, .note { break-after: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  thead th { position: static; background: #fff; }
  tr { break-inside: avoid; }
  table { font-size: .95rem; }
  th, td { padding: .3rem .45rem; min-width: 4.5rem; }
  footer { display: none; }
}
"""
