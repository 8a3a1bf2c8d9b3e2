"""The rule that `x-became` leads to something that the newest version has."""

from __future__ import annotations

from typing import Any

from woospec.kinds import elements, is_map, nearest
from woospec.load import Node
from woospec.model import Api
from woospec.pairing import GONE, Pairing, Step, family, pair
from woospec.problems import Problems
from woospec.resolve import Graph
from woospec.rules.house import House
from woospec.rules.parameters import written
from woospec.rules.placement import WORD
from woospec.rules.shape import shown
from woospec.rules.sites import Site

NEWEST = "v3"


def check_became(graph: Graph, apis: dict[str, Api], problems: Problems) -> None:
    """What `x-became` names is there, wherever the two versions meet in at least one place."""
    house = House(graph, problems, graph.spec)
    newest = apis.get(NEWEST)
    if newest is None:
        return
    older = [api for version, api in apis.items() if version.startswith("legacy-")]
    found = _Found([pair(api, newest) for api in older], _extending(house))
    schemas = {s.name for s in newest.schemas}
    for site in house.sites:
        word = site.value.get(WORD)
        if isinstance(word, str) and word != GONE:
            if site.role == "named":
                _named(house, site.node(WORD), word, schemas, "schema")
            elif not found.leads(site, word):
                hint = _hint(word, found.beside(_schema(site)), "field of the schema that stands in its place, or gone")
                house.add(
                    "became",
                    f"{WORD} names {shown(word)}, which {NEWEST} does not have here",
                    site.node(WORD),
                    hint=hint,
                )
    ids = {o.id for o in newest.operations}
    for op in house.operations:
        word = op.raw.get(WORD)
        if isinstance(word, str) and word != GONE:
            _named(house, op.node(WORD), word, ids, "operation")
    queries = {f.wire for o in newest.operations for f in o.query}
    for parameter, where in written(house):
        word = parameter.get(WORD)
        if isinstance(word, str) and word != GONE:
            _named(house, where(WORD), word, queries, "parameter")


def _named(house: House, node: Node, word: str, known: set[str], kind: str) -> None:
    if word not in known:
        message = f"{WORD} names {shown(word)}, which is no {kind} of {NEWEST}"
        house.add("became", message, node, hint=_hint(word, known, f"{kind} of {NEWEST}, or gone"))


def _hint(word: str, known: set[str], otherwise: str) -> str:
    close = nearest(word, sorted(known))
    return f"did you mean {close}?" if close else f"name a {otherwise}"


def _schema(site: Site) -> str:
    """The named schema that a field stands in."""
    return str(site.path()[-1])


class _Found:
    """Fields of legacy schemas that lead somewhere, over all legacy versions."""

    def __init__(self, pairings: list[Pairing], extending: dict[str, list[str]]) -> None:
        self.extending = extending
        self.steps: set[tuple[str, str, str]] = set()
        self.known: dict[str, set[str]] = {}
        for pairing in pairings:
            for one in [*pairing.answers, *(r.sent for r in pairing.requests)]:
                self.known.setdefault(family(one.legacy.name), set()).update(f.wire for f in one.newest.fields)
                for step in one.steps:
                    self.note(one.legacy.name, step)
            for call in pairing.calls:
                for parameter in call.parameters:
                    query = call.newest.query if call.newest else ()
                    self.known.setdefault(family(parameter.schema), set()).update(f.wire for f in query)
                    self.note(parameter.schema, parameter.step)

    def note(self, schema: str, step: Step) -> None:
        if step.target is not None and step.field.became:
            self.steps.add((family(schema), step.field.wire, step.field.became))

    def beside(self, schema: str) -> set[str]:
        """Names of the fields that stand beside those of a legacy schema."""
        return self.known.get(family(schema), set())

    def leads(self, site: Site, word: str) -> bool:
        """Whether a field leads somewhere, in its schema or in one that extends it."""
        names = [n for n in site.path() if n != "x-write"]
        wire, schema = str(names[0]), _schema(site)
        own = {family(schema), *(family(n) for n in self.extending.get(schema, ()))}
        return any((name, wire, word) in self.steps for name in own)


def _extending(house: House) -> dict[str, list[str]]:
    """The names of the schemas that extend others, by what they extend."""
    found: dict[str, list[str]] = {}
    for site in house.sites:
        for part in elements(site.value.get("allOf")):
            ref: Any = part.get("$ref") if is_map(part) else None
            if isinstance(ref, str):
                found.setdefault(ref.rpartition("/")[2], []).append(site.name)
    return found
