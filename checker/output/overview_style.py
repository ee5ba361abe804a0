"""The style sheet of the kravöversikt: tables of many kinds."""

from __future__ import annotations

from checker.output.page_style import BASE

_OWN = """\
.legend dl { display: grid; gap: .4rem 2rem; margin: 0; max-width: 72rem;
  grid-template-columns: repeat(auto-fill, minmax(30rem, 1fr)); }
.legend dl > div { display: grid; grid-template-columns: 11rem 1fr; gap: .75rem; }
.name { min-width: 12rem; }
.id { min-width: 4rem; }
.prose, .source { min-width: 13rem; }
td.source { font-size: .92em; color: var(--soft); }
tr.group th { padding-top: 1.4rem; font-weight: 650; font-size: 1rem; color: var(--blue);
  border-bottom: 2px solid var(--line); }
.sign { min-width: 10rem; }
tbody td.sign { background: var(--paper); box-shadow: inset 0 0 0 1px var(--box); }
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
.answered { background: var(--green-tint); color: var(--green); }
.not_answered { background: var(--red-tint); color: var(--red); }
.empty { background: var(--orange-tint); color: var(--orange); }
.excepted { background: var(--purple-tint); color: var(--purple); }
.human { background: var(--blue-tint); color: var(--blue-dark); }
.not_tested { background: var(--yellow-tint); color: var(--yellow); }
.not_applicable, .not_required { background: var(--grey-tint); color: var(--grey); }
td small, th small { color: inherit; }
.not_answered, .empty, .not_tested { box-shadow: inset .25rem 0 0 currentColor; }
dt.answered, dt.not_applicable, dt.not_required, dt.human, dt.excepted { box-shadow: none; }
@page {
  size: A4 landscape;
  @bottom-left {
    content: "Kravöversikt. Arbetsmaterial, ska sekretessgranskas."; font: 8pt sans-serif;
  }
}
@media print {
  section:has(.records) { break-before: page; }
  .legend, .brief { break-inside: avoid; }
  .records tbody th[scope="row"] { min-width: 8rem; }
  tr.group { break-after: avoid; }
  table.wide { font-size: .75rem; }
  .records dl > div { padding-bottom: .3rem; }
  .records dt { font-size: .7rem; }
  .records dd { font-size: .8rem; line-height: 1.25; }
  table.wide th, table.wide td { padding: .2rem .25rem; min-width: 3.6rem; }
  .name, .prose, .source, table.wide .name, table.wide .prose, table.wide .source {
    min-width: 8rem;
  }
  .id, .number, table.wide .id, table.wide .number { min-width: 2.8rem; }
  .sign, table.wide .sign { min-width: 7rem; }
  tr.group th, table.wide tr.group th { padding-top: .8rem; }
  tbody td.sign { height: 2.4rem; }
}
"""
STYLE = BASE + _OWN
