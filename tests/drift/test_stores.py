"""No false alarm on real stores, and everything told that three plugins add."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from drift.keeping import FIRST, FRESH, FULL, PLUGINS, judged, kept
from evidence.store import SHARED
from needs import full_recordings
from wooclient.drift.dump import Dump
from wooclient.drift.findings import KINDS
from wooclient.drift.judging import judge
from wooclient.drift.known import knowledge
from wooclient.drift.surface import plain_index, plain_legacy

RECORDED = SHARED / "self-description"
ALL = ["v3", "v2", "v1", "legacy-v3", "legacy-v2", "legacy-v1"]


@pytest.mark.parametrize("release", FRESH)
def test_a_fresh_store_of_each_release_has_nothing_to_tell(release: str) -> None:
    dump, found = kept(release), judged(release)
    assert dump.release == release
    assert found.versions == (ALL if release in FULL else ALL[:3])
    assert [group[0] for group in found.news] == []
    assert len(dump.samples) > 60 or release in FIRST


def test_what_came_later_is_explained_by_the_release() -> None:
    told = {release: {group[0].subject for group in judged(release).by_release} for release in FRESH}
    assert {"products.brands.list", "products.list query brand"} <= told["8.9.3"]
    assert "products.brands.list" not in told["9.9.5"]
    assert "variations.list" in told["10.0.2"]
    assert "variations.list" not in told["10.5.0"]


def test_each_known_misstatement_was_met_in_just_the_releases_that_it_names() -> None:
    met: dict[int, set[str]] = {}
    for name in (*FRESH, PLUGINS):
        for entry, _ in judged(name).known:
            met.setdefault(id(entry), set()).add(kept(name).release)
    said = {id(entry): entry for entry in knowledge().said}
    assert {key: sorted(met.get(key, ())) for key in said} == {key: sorted(one.seen) for key, one in said.items()}
    assert [one.why for one in said.values() if not one.why.endswith(".")] == []
    assert {one.kind for one in said.values()} <= KINDS.keys()


def test_releases_and_namespaces_that_are_known_are_those_of_the_stores() -> None:
    assert knowledge().releases == FRESH
    served = {name for release in FRESH for name in kept(release).namespaces}
    assert served == {*knowledge().namespaces, "wc/v1", "wc/v2", "wc/v3"}


@full_recordings
@pytest.mark.parametrize(("release", "files"), [("10.0.2", "wc-v3 wc-v2 wc-v1"), ("8.9.3", "wc-v3-of-8.9.3")])
def test_the_recorded_dumps_have_nothing_to_tell(release: str, files: str) -> None:
    dump = Dump("https://store.example", release)
    for name in files.split():
        told = json.loads((RECORDED / f"{name}.json").read_text("utf-8"))
        namespace = name.removesuffix("-of-8.9.3").replace("-", "/")
        routes = {pattern: about["options"] for pattern, about in told.items()}
        dump.routes[namespace] = plain_index(namespace, {"routes": routes})
    for name in ("v3", "v2", "v1") if release == "10.0.2" else ():
        told = json.loads((RECORDED / f"legacy-{name}.json").read_text("utf-8"))
        dump.routes[f"wc-api/{name}"] = plain_legacy(told)
    # The store of the older release had a plugin of its own.
    added = {("acme_extra", "plugin"), ("status", "plugin")} if release == "8.9.3" else set()
    assert {(group[0].name.removesuffix("[]"), group[0].cause) for group in judge(dump).news} == added


def told_of(dump: Dump) -> set[tuple[str, str, str]]:
    """The resource, what of it and the plugin of each difference."""
    news = judge(dump).news
    assert {group[0].cause for group in news} == {"plugin"}
    found = {(group[0].family, group[0].name or group[0].operation, group[0].owner) for group in news}
    return {(family, name.removesuffix("[]"), owner) for family, name, owner in found}


ACME, DESK, STUDIO = "Acme Suppliers 1.2.0", "Parcel Desk 0.9", "Giftwrap Studio 2.0"
#: What a store with three plugins says of itself: fields with a schema, words, routes, a namespace.
SAID = {
    ("products", "acme_supplier", ACME),
    ("orders", "giftwrap", STUDIO),
    ("orders", "gift\x1b[31m<script>", ""),
    ("giftwraps", "GET, POST /giftwraps", STUDIO),
    ("parcel/v1", "parcel/v1", DESK),
    ("products", "type", ""),
    ("orders", "status", ""),
}
#: What only answers show: fields without a schema, a gateway.
ANSWERED = {
    ("products", "acme_score", ACME),
    ("orders", "acme_packing", ACME),
    ("payment_gateways", "id", STUDIO),
}


def test_everything_that_plugins_add_is_told_with_the_plugin_where_it_can_be_known() -> None:
    dump = kept(PLUGINS)
    assert told_of(replace(dump, samples=[])) == SAID
    assert told_of(dump) == SAID | ANSWERED


def test_a_key_that_may_not_see_the_plugins_loses_their_names_and_nothing_else() -> None:
    dump = replace(kept(PLUGINS), plugins=None)
    assert told_of(dump) == {(family, name, "") for family, name, _ in SAID | ANSWERED}
