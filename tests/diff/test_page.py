"""The page about the rules says what they are."""

from __future__ import annotations

from diff.page import PAGE, page
from woospec.diff.rules import RULES


def test_the_page_about_the_rules_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), "write it anew: PYTHONPATH=tests python -m diff.page"


def test_where_a_verdict_differs_from_that_of_another_tool_there_is_a_reason() -> None:
    assert {rule.id for rule in RULES.values() if rule.differs} <= {rule.id for rule in RULES.values() if rule.oasdiff}
