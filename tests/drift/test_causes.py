"""Each kind of difference, made in what a real store said: what it is called, and the cause that is told."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Any

import pytest

from drift.keeping import kept
from wooclient.drift.dump import Dump, Sample
from wooclient.drift.findings import KINDS
from wooclient.drift.judging import judge

Json = dict[str, Any]
STORE = "10.0.2"


def changed(change: Callable[[Json], object], **about: Any) -> Dump:
    """What the store would say after a change of its routes."""
    dump = kept(STORE)
    routes = deepcopy(dump.routes)
    change(routes["wc/v3"])
    return replace(dump, routes={**routes}, samples=about.pop("samples", []), **about)


def told(dump: Dump) -> set[tuple[str, str, str]]:
    """Kind, place and cause of all that is told of wc/v3."""
    groups = judge(dump, ["v3"]).news
    return {(one.kind, one.subject, one.cause) for group in groups for one in group}


def args(routes: Json, path: str, method: str) -> Json:
    """The parameters of a route."""
    found: Json = next(args for methods, args in routes[path]["endpoints"] if method in methods)
    return found


@dataclass(frozen=True)
class Case:
    """A change of what a store says, and what is told of it."""

    change: Callable[[Json], object]
    kind: str
    subject: str
    cause: str


CUSTOMER = "/customers/{id}"
CASES = (
    Case(lambda r: r.update({"/acme": {"endpoints": [[["GET"], {}]]}}), "route-undescribed", "GET /acme", "plugin"),
    Case(
        lambda r: r["/system_status"]["endpoints"].append([["DELETE"], {}]),
        "method-undescribed", "DELETE /system_status", "plugin",
    ),
    Case(lambda r: r.pop("/customers/batch"), "operation-missing", "customers.batch", "contradiction"),
    Case(
        lambda r: args(r, "/coupons", "GET").update(acme={"type": ["string"]}),
        "parameter-undescribed", "coupons.list query acme", "plugin",
    ),
    Case(
        lambda r: args(r, "/coupons", "GET").pop("code"),
        "parameter-missing", "coupons.list query code", "contradiction",
    ),
    Case(
        lambda r: args(r, CUSTOMER, "PUT").update(acme={"type": ["string"]}),
        "field-undescribed", "customers.update body acme", "plugin",
    ),
    Case(
        lambda r: args(r, CUSTOMER, "PUT").pop("email"),
        "field-missing", "customers.update body email", "contradiction",
    ),
    Case(
        lambda r: r[CUSTOMER]["schema"]["billing"]["properties"].update(acme={"type": ["string"]}),
        "field-undescribed", "customers.get answer billing.acme", "plugin",
    ),
    Case(
        lambda r: r[CUSTOMER]["schema"].pop("username"),
        "field-missing", "customers.get answer username", "contradiction",
    ),
    Case(
        lambda r: r[CUSTOMER]["schema"]["username"].update(type=["object"]),
        "type-differs", "customers.get answer username", "contradiction",
    ),
    Case(
        lambda r: r[CUSTOMER]["schema"]["username"].update(type=["null", "string"]),
        "type-differs", "customers.get answer username", "contradiction",
    ),
    Case(
        lambda r: args(r, "/coupons", "GET").update(code={"type": ["string"], "required": True}),
        "required-differs", "coupons.list query code", "contradiction",
    ),
    Case(
        lambda r: args(r, "/coupons", "GET")["order"]["enum"].append("sideways"),
        "word-undescribed", "coupons.list query order", "plugin",
    ),
    Case(
        lambda r: args(r, "/coupons", "GET")["order"]["enum"].remove("asc"),
        "word-missing", "coupons.list query order", "contradiction",
    ),
    Case(
        lambda r: args(r, "/coupons", "GET")["order"].pop("enum"),
        "words-unnamed", "coupons.list query order", "contradiction",
    ),
    Case(
        lambda r: r.update({"/variations": {"endpoints": [[["GET"], {}]]}}),
        "too-early", "variations.list", "contradiction",
    ),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.kind} {case.subject}")
def test_each_kind_of_difference_in_what_a_store_says(case: Case) -> None:
    found = told(changed(case.change))
    assert (case.kind, case.subject, case.cause) in found
    assert {kind for kind, _, _ in found} == {case.kind} | (
        {"parameter-missing"} if case.kind == "too-early" else set()
    )


@pytest.mark.parametrize(
    ("body", "kind", "subject", "store"),
    [
        (
            [{"slug": "standard", "name": "a text", "acme": 1}],
            "answer-field",
            "taxes.classes.list answer acme",
            "integer",
        ),
        (
            [{"slug": 1, "name": "a text"}],
            "answer-differs",
            "taxes.classes.list answer slug",
            '1 is not of type "string"',
        ),
    ],
)
def test_an_answer_that_the_description_does_not_have(body: Any, kind: str, subject: str, store: str) -> None:
    sample = Sample("wc/v3", "/taxes/classes", 200, body)
    dump = replace(kept(STORE), samples=[sample])
    assert [(one.kind, one.subject, one.store) for one in judge(dump, ["v3"]).news[0]] == [(kind, subject, store)]


def test_an_answer_with_a_word_of_a_plugin_is_told_once_with_its_list() -> None:
    order = next(one for one in kept(STORE).samples if one.namespace == "wc/v3" and one.path == "/orders/{id}")
    sample = replace(order, body={**order.body, "status": "packed"})
    (group,) = judge(replace(kept(STORE), samples=[sample]), ["v3"]).news
    assert [(one.kind, one.name, one.store, one.cause) for one in group] == [
        ("answer-word", "status", "packed", "plugin")
    ]


def test_all_kinds_are_provoked_here() -> None:
    answers = {"answer-field", "answer-differs", "answer-word"}
    assert {case.kind for case in CASES} | answers | {"namespace-undescribed"} == KINDS.keys()


def test_what_a_newer_release_has_may_be_new_unless_a_plugin_is_called_like_it() -> None:
    plugin = {"file": "acme/acme.php", "name": "Acme", "version": "1"}

    def change(routes: Json) -> None:
        routes[CUSTOMER]["schema"].update(acme_code={"type": ["string"]}, loyalty={"type": ["string"]})
        routes[CUSTOMER]["schema"].pop("username")

    dump = changed(change, release="99.0", plugins=[plugin])
    found = {(subject, cause) for _, subject, cause in told(dump) if "customers.get" in subject}
    assert found >= {
        ("customers.get answer acme_code", "plugin"),
        ("customers.get answer loyalty", "newer release"),
        ("customers.get answer username", "newer release"),
    }


def test_what_a_release_lacks_that_is_older_than_all_known_ones_is_no_contradiction() -> None:
    dump = changed(lambda routes: routes.pop("/customers/batch"), release="7.0.0")
    assert ("operation-missing", "customers.batch", "older release") in told(dump)


def test_without_a_release_nothing_is_too_early_or_too_late() -> None:
    for release in ("8.9.3", "10.5.0"):
        dump = replace(kept(release), release="", samples=[])
        assert "too-early" not in {kind for kind, _, _ in told(dump)}
