"""The style sheet of the result of a check: text first, its lines of the report beside it."""

from __future__ import annotations

from checker.output.page_style import BASE

_OWN = """\
body { max-width: 61rem; }
.date { white-space: nowrap; }
.tool { margin: 0 0 .35rem; font-weight: 650; color: var(--soft); }
.lead { margin: .5rem 0 0; font-size: 1.1rem; }
.outcome { padding: 1.1rem 1.4rem 1.2rem; border-left: .5rem solid currentColor; }
.outcome h1 { color: inherit; }
.outcome p { color: var(--ink); }
header .made { margin: .75rem 0 1.5rem; }
nav { margin-top: 2rem; }
h3 { margin: 2.25rem 0 0; font-size: 1.1rem; line-height: 1.3; font-weight: 650; }
h3 span { display: inline-block; margin-left: .35rem; padding: 0 .55rem; font-size: .9rem;
  border-radius: 1rem; }
.report h2, .settings h2, .listed h2 { padding-top: 1.25rem; border-top: 2px solid var(--ink);
  font-size: 1.5rem; }
.mark { display: inline-block; padding: .1rem .6rem; font-weight: 650; }
.findings, .plain { margin: .5rem 0 0; padding: 0; list-style: none; }
.findings > li { padding: 1rem 0 1rem 1.1rem; border-left: .25rem solid var(--line);
  margin-top: 1.4rem; }
.findings > li.error { border-color: var(--red); }
.findings > li.warning { border-color: var(--gold); }
.findings > li.todo { border-color: var(--purple); }
.findings > li.info { border-color: var(--blue); padding: .35rem 0 .35rem 1.1rem; }
.findings > li.error, .findings > li.warning, .findings > li.todo {
  padding-top: .15rem; padding-bottom: .15rem; }
.message { margin: 0; font-weight: 650; max-width: 52rem; }
.info > .message { font-weight: 400; }
.place, .sources, .decided { margin: .1rem 0 0; font-size: .9rem; color: var(--soft);
  max-width: 52rem; }
.frame + .place { margin-top: .4rem; }
.help { margin: .5rem 0 0; max-width: 52rem; }
.sources { margin-top: .35rem; padding: 0; list-style: none; }
.frame { margin: .65rem 0 0; padding: .5rem 0; overflow: hidden; background: var(--grey-tint);
  border: 1px solid var(--line); border-radius: .25rem;
  font: .85rem/1.55 ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace; }
.frame > span { display: grid; grid-template-columns: 4.2em minmax(0, 1fr); }
.frame .nr { padding-right: .9em; text-align: right; color: var(--faint); user-select: none; }
.frame code { font: inherit; color: var(--soft); white-space: pre-wrap; overflow-wrap: anywhere;
  padding-right: .75em; }
.frame .here code { color: var(--ink); }
.frame mark { color: inherit; background: none; border-bottom: 2px solid var(--box); }
.error .frame .here mark { color: var(--red); background: var(--red-tint);
  border-color: var(--red); }
.warning .frame .here mark { color: var(--orange); background: var(--orange-tint);
  border-color: var(--orange); }
.todo .frame .here mark { color: var(--purple); background: var(--purple-tint);
  border-color: var(--purple); }
.frame i { padding-left: 1.2em; color: var(--soft);
  font-family: "Segoe UI", system-ui, sans-serif; }
.plain > li { padding: .45rem 0; border-bottom: 1px solid var(--line); max-width: 52rem; }
.plain > li:first-child { border-top: 1px solid var(--line); }
.plain p { margin: .1rem 0 0; }
.overview { overflow-x: auto; }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1.25rem;
  margin: .75rem 0 0; }
.facts dt { padding: 0; color: var(--soft); font-weight: 400; }
.facts dd { max-width: 46rem; }
.rest { margin: .9rem 0 0; font-weight: 650; }
.clear, .ok { background: var(--green-tint); color: var(--green); }
.clear_with_remarks, h3 .warning { background: var(--orange-tint); color: var(--orange); }
.draft, h3 .todo { background: var(--purple-tint); color: var(--purple); }
.needs_correction, h3 .error { background: var(--red-tint); color: var(--red); }
.not_tested { background: var(--yellow-tint); color: var(--yellow); }
h3 .info { background: var(--blue-tint); color: var(--blue-dark); }
td .mark { margin: -.1rem 0; }
@media screen and (max-width: 40rem) {
  .overview th, .overview td { min-width: 0; padding: .4rem .45rem; font-size: .8rem; }
  body { padding: 1.25rem 1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .outcome { padding: .8rem 1rem; }
  .report h2, .settings h2 { font-size: 1.25rem; overflow-wrap: anywhere; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: .5rem; }
  .frame > span { grid-template-columns: 3.2em minmax(0, 1fr); }
}
@page {
  size: A4;
  @bottom-left {
    content: "Kvalitetskoll. Arbetsmaterial, ska sekretessgranskas."; font: 8pt sans-serif;
  }
}
@media print {
  h3 { break-after: avoid; }
  .findings > li, .plain > li, .frame, .facts { break-inside: avoid; }
  .outcome { border: 1px solid #000; border-left-width: .5rem; }
}
"""
STYLE = BASE + _OWN
