"""The style sheet of the HTML form: calm on a screen, whole on A4 in black and white."""

from __future__ import annotations

# Every colour of text has at least 4.5:1 against what is behind it (WCAG AA); a state is told
# by its word, and the colour only helps the eye. The page's rule uses a hash of this text.
STYLE = """
:root { --ink: #1b2733; --soft: #4a5866; --line: #cfd6dd; --blue: #14507a; --paper: #fff; }
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
  max-width: 46rem; padding: .8rem 1.1rem; border: 1px solid #d9b45b; border-left-width: .4rem;
  background: #fdf7e6;
}
.notice p { margin: 0; }
.notice p:first-child { font-weight: 650; }
.notice p + p { margin-top: .35rem; }
.reports { margin: 0; padding: 0; list-style: none; }
nav ol { margin: 0; padding-left: 1.4rem; }
nav li { padding: .1rem 0; }
.legend dl { display: grid; gap: .4rem 2rem; margin: 0; max-width: 72rem;
  grid-template-columns: repeat(auto-fill, minmax(30rem, 1fr)); }
.legend dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: .75rem; }
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
  background: #eef2f6; border-top: 2px solid var(--ink); border-bottom: 2px solid var(--ink); }
tbody th { font-weight: 500; }
.name { min-width: 12rem; }
.id { min-width: 4rem; }
.prose, .source { min-width: 13rem; }
td.source { font-size: .92em; color: var(--soft); }
tr.group th { padding-top: 1.4rem; font-weight: 650; font-size: 1rem; color: var(--blue);
  border-bottom: 2px solid var(--line); }
tr.sum th, tr.sum td { font-weight: 650; background: #f4f6f8; border-top: 1px solid var(--ink); }
.number { min-width: 4rem; text-align: right; font-variant-numeric: tabular-nums; }
.sign { min-width: 10rem; }
tbody td.sign { background: var(--paper); box-shadow: inset 0 0 0 1px #8593a1; }
table.narrow { width: auto; }
table.narrow th[scope] { min-width: 4rem; }
table.narrow tbody th[scope] { min-width: 12rem; }
table.wide { font-size: .78rem; }
table.wide th, table.wide td { padding: .35rem; min-width: 4rem; }
table.wide .number, table.wide .id { min-width: 2.8rem; }
table.wide .number { padding-left: .2rem; padding-right: .25rem; }
table.wide thead th { hyphens: auto; }
table.wide thead .number { font-size: .7rem; letter-spacing: -.01em; }
table.wide .name, table.wide .prose { min-width: 7rem; }
table.wide .source { min-width: 10rem; }
table.wide .sign { min-width: 7.5rem; }
table.wide tr.group th { padding-top: 1.4rem; }
b { font-weight: 650; }
i { font-style: normal; color: #5f6b77; }
.records thead th, .records tbody th { min-width: 0; }
.records tbody th[scope="row"] { min-width: 9rem; font-weight: 650; }
.records thead th:nth-child(2) { width: 100%; }
.records dl { display: grid; grid-template-columns: repeat(14, minmax(0, 1fr)); gap: 0 .75rem;
  margin: 0; }
.records dl > div { display: grid; grid-row: span 2; grid-template-rows: subgrid;
  padding-bottom: .5rem; }
.records .figure { grid-column: span 1; }
.records .short { grid-column: span 2; }
.records .long { grid-column: span 4; }
.records dt { padding: 0; box-shadow: none; font-weight: 400; font-size: .72rem;
  color: var(--soft); align-self: end; line-height: 1.25; hyphens: auto; }
.records dd { font-size: .875rem; line-height: 1.35; }
.records dd[class] { padding: 0 .4rem; }
.answered { background: #eaf5ee; color: #174a2b; }
.not_answered { background: #fbe7e5; color: #86180f; }
.empty { background: #fdeedd; color: #7a3c05; }
.excepted { background: #f1eafa; color: #4d2a80; }
.human { background: #e6f0fa; color: #123f68; }
.not_tested { background: #fbf3d5; color: #614500; }
.not_applicable, .not_required { background: #f2f4f6; color: #414d58; }
td small, th small { color: inherit; }
.not_answered, .empty, .not_tested { box-shadow: inset .25rem 0 0 currentColor; }
dt.answered, dt.not_applicable, dt.not_required, dt.human, dt.excepted { box-shadow: none; }
footer { margin-top: 3rem; padding-top: .75rem; border-top: 1px solid var(--line);
  font-size: .875rem; }
@media screen and (max-width: 78rem) { main > section { overflow-x: auto; } }
@page {
  size: A4 landscape; margin: 14mm 12mm 15mm;
  @bottom-left {
    content: "Kravöversikt. Arbetsmaterial, ska sekretessgranskas."; font: 8pt sans-serif;
  }
  @bottom-right { content: "Sida " counter(page) " av " counter(pages); font: 8pt sans-serif; }
}
@media print {
  html { font-size: 9.5pt; }
  body { padding: 0; max-width: none; color: #000; }
  nav { display: none; }
  main > section { margin-top: 2rem; }
  section:has(.records) { break-before: page; }
  .legend, .brief { break-inside: avoid; }
  .records tbody th[scope="row"] { min-width: 8rem; }
  h2, .note { break-after: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  thead th { position: static; background: #fff; }
  tr { break-inside: avoid; }
  tr.group { break-after: avoid; }
  table { font-size: .95rem; }
  table.wide { font-size: .75rem; }
  .records dl > div { padding-bottom: .3rem; }
  .records dt { font-size: .7rem; }
  .records dd { font-size: .8rem; line-height: 1.25; }
  th, td { padding: .3rem .45rem; min-width: 4.5rem; }
  table.wide th, table.wide td { padding: .2rem .25rem; min-width: 3.6rem; }
  .name, .prose, .source, table.wide .name, table.wide .prose, table.wide .source {
    min-width: 8rem;
  }
  .id, .number, table.wide .id, table.wide .number { min-width: 2.8rem; }
  .sign, table.wide .sign { min-width: 7rem; }
  tr.group th, table.wide tr.group th { padding-top: .8rem; }
  tbody td.sign { height: 2.4rem; }
  footer { display: none; }
}
"""
