"""What the suite expects of a store goes by the store's release."""

from __future__ import annotations

import pytest

from contract.staging import Stage
from wooclient.contract.described.description import description
from wooclient.contract.described.releasing import is_in
from wooclient.contract.report.as_json import _absent
from wooclient.contract.running.results import Entry


@pytest.mark.parametrize(
    ("release", "there"),
    [
        ("8.5.9", False),
        ("8.6", True),
        ("10.9.4", True),
        ("11.0", False),
        ("11.0.0", False),
        ("11.1-beta", False),
        ("", False),
    ],
)
def test_a_release_has_what_came_before_and_has_not_gone(release: str, there: bool) -> None:
    """A store that does not tell its release is new."""
    assert is_in(release, "8.6", "11.0") is there
    assert is_in(release, "8.6") is (release != "8.5.9")
    assert is_in(release, "")


@pytest.mark.parametrize(
    ("release", "why"),
    [
        ("8.5.2", "new in WooCommerce 8.6; the store has 8.5.2"),
        ("10.0.2", "not in the store's index"),
        ("11.0.0", "gone since WooCommerce 11.0; the store has 11.0.0"),
        ("", "not in the store's index"),
    ],
)
def test_the_report_says_why_an_operation_is_not_there(release: str, why: str) -> None:
    entry = Entry(description("v3").operations["layout_templates.all"], served=False)
    assert _absent(release, entry) == why


@pytest.mark.parametrize(
    ("release", "field", "words"), [("8.8.5", True, 12), ("9.9.0", False, 12), ("10.0.2", False, 15)]
)
def test_fields_and_words_go_by_the_release(release: str, field: bool, words: int) -> None:
    run = Stage({}, system={"environment": {"version": release}}).run
    settings = run.description.schemas["SystemStatusSettings"]["properties"]
    assert run.has(settings["HPOS_feature_screen_enabled"]) is field
    assert run.has(settings["HPOS_enabled"])
    mail = run.description.schemas["OrderEmailSend"]["properties"]["template_id"]
    assert len(run.words(mail)) == words
    assert run.words({"enum": ["a", "b"]}) == ["a", "b"]
    assert run.words({"type": "string"}) == []
    gone = {"x-known-values": ["ft", "foot"], "x-woo-words": {"foot": {"since": "8.0", "until": "9.9"}}}
    assert run.words(gone) == (["ft", "foot"] if release == "8.8.5" else ["ft"])
