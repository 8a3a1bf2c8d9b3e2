"""How the page looks: light and dark, and on a phone, where the rows of tables become cards."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --line: #8884; --soft: #8882; --good: #137333; --bad: #b3261e; --link: #0b57d0; }
@media (prefers-color-scheme: dark) { :root { --good: #7fd18f; --bad: #ff9d94; --link: #8ab4f8; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 66rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0; }
h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; } h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
p { margin: .4rem 0 .8rem; } p.lead { margin-top: .25rem; opacity: .85; }
a { color: var(--link); overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid var(--line); }
th { font-weight: 600; } tr.is-on { background: var(--soft); }
code, pre { font: 14px/1.45 ui-monospace, monospace; background: var(--soft); }
code { border-radius: 4px; padding: .1rem .3rem; overflow-wrap: anywhere; }
pre { padding: .8rem 1rem; margin: 0; border-radius: 6px; overflow-x: auto; }
ul.counts { display: flex; flex-wrap: wrap; gap: .6rem; list-style: none; padding: 0; }
ul.counts li { background: var(--soft); border-radius: 6px; padding: .4rem .8rem; } ul.counts b { font-size: 1.15rem; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
button, input { font: inherit; color: inherit; padding: .3rem .7rem; border: 1px solid var(--line); }
button, input { border-radius: 6px; }
button { background: var(--soft); cursor: pointer; white-space: nowrap; } input { background: transparent; }
.where { display: flex; flex-wrap: wrap; gap: .6rem 1rem; align-items: center; } input[type=number] { width: 6rem; }
@media (max-width: 45rem) {
  body { margin: 1rem auto; }
  table, tbody, tr, td { display: block; } thead { display: none; }
  tr { border: 1px solid var(--line); border-radius: 6px; padding: .4rem .7rem; margin-bottom: .6rem; }
  td { border: 0; padding: .15rem 0 .15rem 6.5rem; position: relative; overflow-wrap: anywhere; }
  td::before { content: attr(data-label); position: absolute; left: 0; opacity: .75; font-size: .875rem; }
  input[name=route] { width: 100%; } .where label { width: 100%; } button { min-height: 44px; }
}
"""
