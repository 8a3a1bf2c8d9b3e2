"""The rule that `x-became` leads to something in the version that took the place of a family."""

from __future__ import annotations

from typing import Any

from woospec.families import Family
from woospec.kinds import elements, is_map, meant
from woospec.load import Node, SpecFile
from woospec.model import Api
from woospec.pairing import GONE, Pairing, Step, pair, read_schema_name
from woospec.problems import Problems
from woospec.resolve import Graph
from woospec.rules.house import HouseRules
from woospec.rules.parameters import written
from woospec.rules.placement import WORD
from woospec.rules.shape import shown
from woospec.rules.sites import Site


def check_became(graph: Graph, apis: dict[str, Api], problems: Problems) -> None:
    """What `x-became` names is there, wherever the two versions meet in at least one place."""
    house = HouseRules(graph, problems, graph.spec)
    for row in house.families.values():
        target = apis.get(row.replaced_by)
        if target is not None:
            older = [apis[v.name] for v in row.versions if v.name in apis]
            _Checked(house, row, target, [pair(api, target) for api in older]).check()


class _Checked:
    """The words of one family, and the version that they lead to."""

    def __init__(self, house: HouseRules, family: Family, target: Api, pairings: list[Pairing]) -> None:
        self.house, self.family, self.target, self.found = house, family, target, _Found(pairings, _extending(house))

    def check(self) -> None:
        schemas = {s.name for s in self.target.schemas}
        for site in self.house.sites:
            word = self.word(site.value, site.file)
            if word and site.role == "named":
                self.named(site.node(WORD), word, schemas, "schema")
            elif word and not self.found.leads(site, word):
                known = self.found.beside(_schema(site))
                hint = _hint(word, known, "field of the schema that stands in its place, or gone")
                message = f"{WORD} names {shown(word)}, which {self.target.version} does not have here"
                self.house.add("became", message, site.node(WORD), hint=hint)
        ids = {o.id for o in self.target.operations}
        for op in self.house.operations:
            if word := self.word(op.raw, op.file):
                self.named(op.node(WORD), word, ids, "operation")
        queries = {f.wire for o in self.target.operations for f in o.query}
        for parameter, where in written(self.house):
            if WORD in parameter and (word := self.word(parameter, where(WORD).file)):
                self.named(where(WORD), word, queries, "parameter")

    def word(self, value: dict[str, Any], file: SpecFile) -> str:
        """What a part of the family became; empty for nothing, and for parts of other families."""
        word = value.get(WORD)
        return word if isinstance(word, str) and word != GONE and self.house.family(file) == self.family else ""

    def named(self, node: Node, word: str, known: set[str], kind: str) -> None:
        if word not in known:
            message = f"{WORD} names {shown(word)}, which is no {kind} of {self.target.version}"
            hint = _hint(word, known, f"{kind} of {self.target.version}, or gone")
            self.house.add("became", message, node, hint=hint)


def _hint(word: str, known: set[str], otherwise: str) -> str:
    return meant(word, sorted(known), f"name a {otherwise}")


def _schema(site: Site) -> str:
    """The named schema that a field stands in."""
    return str(site.path()[-1])


class _Found:
    """Fields of older schemas that lead somewhere, over all versions of the family."""

    def __init__(self, pairings: list[Pairing], extending: dict[str, list[str]]) -> None:
        self.extending = extending
        self.steps: set[tuple[str, str, str]] = set()
        self.known: dict[str, set[str]] = {}
        for pairing in pairings:
            for one in [*pairing.answers, *(r.sent for r in pairing.requests)]:
                self.known.setdefault(read_schema_name(one.old.name), set()).update(f.wire for f in one.new.fields)
                for step in one.steps:
                    self.note(one.old.name, step)
            for call in pairing.calls:
                for parameter in call.parameters:
                    query = call.new.query if call.new else ()
                    self.known.setdefault(read_schema_name(parameter.schema), set()).update(f.wire for f in query)
                    self.note(parameter.schema, parameter.step)

    def note(self, schema: str, step: Step) -> None:
        if step.target is not None and step.field.became:
            self.steps.add((read_schema_name(schema), step.field.wire, step.field.became))

    def beside(self, schema: str) -> set[str]:
        """Names of the fields that stand beside those of an older schema."""
        return self.known.get(read_schema_name(schema), set())

    def leads(self, site: Site, word: str) -> bool:
        """Whether a field leads somewhere, in its schema or in one that extends it."""
        names = [n for n in site.path() if n != "x-write"]
        wire, schema = str(names[0]), _schema(site)
        own = {read_schema_name(schema), *(read_schema_name(n) for n in self.extending.get(schema, ()))}
        return any((name, wire, word) in self.steps for name in own)


def _extending(house: HouseRules) -> dict[str, list[str]]:
    """The names of the schemas that extend others, by what they extend."""
    found: dict[str, list[str]] = {}
    for site in house.sites:
        for part in elements(site.value.get("allOf")):
            ref: Any = part.get("$ref") if is_map(part) else None
            if isinstance(ref, str):
                found.setdefault(ref.rpartition("/")[2], []).append(site.name)
    return found
