"""The page about the rules of `woospec diff`, from their table and the edits that show them.

`PYTHONPATH=tests python -m diff.page` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from diff.test_edits import EDITS
from diff.test_python import EDITS as PYTHON_EDITS
from woospec.diff.rules import RULES, Rule

PAGE = Path(__file__).parents[2] / "generator" / "DIFF.md"
_TITLES = {"operation": "Operations", "request": "What is sent", "answer": "What comes back", "python": "The client"}
_COLUMNS = "| rule | verdict | for example | oasdiff | why |\n| --- | --- | --- | --- | --- |\n"
_HEAD = """\
# What `woospec diff` says

Each change has a verdict: it is *breaking* if something that worked may fail, *compatible* if not, and *docs* if only
words changed. A request may be taken more freely and an answer may be more exact; the other way round breaks somebody.
Fields that come to an answer break nobody: readers pass over what they do not know. Values named in an open list
(`x-known-values`, or `anyOf` of an enum and a plain text) promise nothing, so they come and go freely.

Schemas are compared by what they allow, not by how they are written: references are followed, `allOf` is merged,
OpenAPI 3.0 is read as 3.1. A change is told once, with every operation that it reaches. Where something became another
thing altogether, what breaks is said.

The third column is an edit that shows the rule; the tests hold them. The fourth is the rule of
[oasdiff](https://github.com/oasdiff/oasdiff) that speaks of the same; where its verdict is another one, the last lines
tell why ours is not.
"""


def page() -> str:
    """The whole page."""
    edits = {rule: edit["edit"] for edit in reversed(EDITS) for rule in edit["rules"]}
    edits |= {rule: name for name, (_, _, rules) in reversed(PYTHON_EDITS.items()) for rule in rules}
    parts = [_HEAD]
    for side, title in _TITLES.items():
        rows = [_row(rule, edits.get(rule.id, "")) for rule in RULES.values() if rule.side == side]
        parts += [
            f"\n## {title}\n\n| rule | verdict | for example | oasdiff | why |\n| --- | --- | --- | --- | --- |\n",
            *rows,
        ]
    differing = [f"- `{rule.oasdiff}`: {rule.differs}\n" for rule in RULES.values() if rule.differs]
    return "".join([*parts, "\n## Where oasdiff judges otherwise\n\n", *differing])


def _row(rule: Rule, edit: str) -> str:
    other = f"`{rule.oasdiff}`" if rule.oasdiff else ""
    return f"| `{rule.id}` | {rule.verdict} | {edit} | {other} | {rule.says[0].upper()}{rule.says[1:]}. {rule.why} |\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
