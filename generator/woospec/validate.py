"""Stage 3, validate: a spec is judged stage by stage, so that the report begins with the cause.

The stages are those of `problems.Stage`. Each judges only what the ones before found whole, and what only follows from
a reported fault is not reported: a fault in a resource's folder ends the judgement of that folder, one in a root or in
common/ that of its whole tree, and flat documents are made of whole trees only. Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from woospec import known
from woospec.families import Version, declared_versions, families, family_of_file, family_of_version, ranks, root_of
from woospec.kinds import is_list, is_map
from woospec.load import Node, Spec, SpecFile, load
from woospec.naming import Named, name
from woospec.parse import parse
from woospec.pointers import escape, is_index, unescape
from woospec.problems import Place, Problem, Problems, Stage
from woospec.resolve import Graph, resolve
from woospec.rules.answers import check_answers, check_required
from woospec.rules.became import check_became
from woospec.rules.errors import check_errors
from woospec.rules.examples import check_examples, check_left_over, check_presence
from woospec.rules.files import check_files
from woospec.rules.house import HouseRules, operations, spot
from woospec.rules.operations import check_distinct, check_operations
from woospec.rules.optional import check_optional
from woospec.rules.parameters import check_parameters, check_selected
from woospec.rules.placement import check_placed
from woospec.rules.refs import check_circles, check_derived, check_named, check_names, check_refs, check_unused
from woospec.rules.root import check_deliveries, check_root, check_shapes
from woospec.rules.schemas import check_schemas
from woospec.rules.sites import kind_of, unit_of
from woospec.rules.standard import Fault, standard_faults
from woospec.rules.texts import check_texts
from woospec.select import Bundle, select
from woospec.store import Store
from woospec.unlike import marks, unlike

#: Starts the standard's validation of a flat document; what it returns waits for the faults.
Standard = Callable[[dict[str, Any]], Callable[[], list[Fault]]]
Rule = Callable[[HouseRules], None]
#: The rules about the spec as it is written. Each row judges what the rows before found whole.
_WRITTEN: tuple[tuple[Stage, tuple[Rule, ...]], ...] = (
    (Stage.FILES, (check_files,)),
    (Stage.YAML, (check_shapes,)),
    (Stage.REFERENCES, (check_refs, check_named, check_circles)),
    (Stage.WORDS, (check_root, check_names, check_derived, check_distinct)),
    (Stage.WORDS, (check_schemas, check_parameters, check_operations, check_errors, check_texts, check_placed)),
)
_IN_PATH = re.compile(r"'(get|post|put|delete)' (?:operation )?in '([^']*)'")


def here(document: dict[str, Any]) -> Callable[[], list[Fault]]:
    """The standard's validation in this process, when its faults are asked for."""
    return partial(standard_faults, document)


def collect(folder: Path, store: Store | None = None) -> Problems:
    """Everything that is wrong with a spec folder."""
    problems = Problems()
    store = store or Store()
    return check(load(folder, problems, store), problems, store)


def check(spec: Spec, problems: Problems, store: Store) -> Problems:
    """Add to `problems` everything that is wrong with a spec."""
    validation = Validation(spec, problems, store)
    validation.begin()
    validation.judge()
    validation.name()
    validation.finish()
    return problems


class Validation:
    """One spec on its way through the stages: `begin`, `judge`, `name` and `finish`.

    A run whose `standard` is in another process calls `name` before `judge`, which waits for it. What the `store` knows
    to be whole is not judged again. `needed` picks the versions that the run is about.
    """

    def __init__(
        self,
        spec: Spec,
        problems: Problems,
        store: Store,
        needed: Callable[[Mapping[str, Version]], list[str]] = list,
        standard: Standard = here,
    ) -> None:
        self.spec, self.problems, self.store, self.standard = spec, problems, store, standard
        self.graph = Graph(spec)
        self.families = families(spec)
        self.declared = declared_versions(spec)
        problems.rank = ranks(spec)
        self.wanted = needed(self.declared)
        found = {v: known.find(store, spec, v) for v in self.wanted if self._is_whole(family_of_version(v))}
        #: Versions that need no judgement, and the flat documents of those that do.
        self.known = {v: k for v, k in found.items() if k is not None}
        self.bundles: dict[str, Bundle] = {}
        #: Digests of their content.
        self._keys: dict[str, str] = {}
        #: Those of them whose content an earlier run knew, though not their files; and what it kept as digests of that.
        self._same: dict[str, known.Known] = {}
        self._contents: dict[str, known.Content] = {}
        #: Those that were understood.
        self._named: dict[str, Named] = {}
        #: Whether examples, and what took the place of something, are known to be in order.
        self.fits = False
        self._waiting: list[tuple[Bundle, dict[str, Any], Callable[[], list[Fault]]]] = []
        self._late = Problems(stage=Stage.OUTPUT)

    def document(self, version: str) -> dict[str, Any]:
        """The flat document of a version."""
        return (self.bundles if version in self.bundles else self.known)[version].document

    def bundle(self, version: str) -> Bundle:
        """The flat document of a version with its places, made anew if the version is known."""
        return self.bundles.get(version) or select(self.graph, version, self.problems)

    def key(self, version: str) -> str:
        """A digest of all that a version is made of."""
        if version in self.known:
            return self.known[version].content
        if version not in self._keys:
            self._keys[version] = known.content_key(self.bundles[version])
        return self._keys[version]

    def begin(self) -> None:
        """Judge the spec as it is written, then make the flat documents and hand them to the standard."""
        self._judge_written()
        self.problems.stage = Stage.SCHEMAS
        whole = [v for v in self.wanted if v not in self.known and self._is_whole(family_of_version(v))]
        for version in whole:
            self._select(version)
        for version, bundle in self.bundles.items():
            if self._is_whole(family_of_version(version)):
                part = self._changed(bundle)
                self._waiting.append((bundle, part, self.standard(part) if part["paths"] else list))

    def _changed(self, bundle: Bundle) -> dict[str, Any]:
        """The part of a flat document that the latest valid one of its version did not have."""
        last = known.latest(self.store, bundle.version)
        if last is None:
            return bundle.document
        same = known.found(self.store, last.key) if last.content.key == self.key(bundle.version) else None
        if same is None:
            return unlike(bundle.references, marks(bundle.document), last.content.marks)
        self._same[bundle.version] = same
        self._contents[bundle.version] = last.content
        return {**bundle.document, "paths": {}}

    def _judge_written(self) -> None:
        """Apply the rules about the spec as it is written to the trees that are not known to be whole."""
        trees = {family_of_version(v) for v in self.known}
        trees -= {family_of_version(v) for v in self.wanted if v not in self.known}
        files = self.spec.files.items()
        judged = {path: file for path, file in files if family_of_file(path) not in trees or kind_of(path) == "root"}
        self._close()
        house = self._house(judged)
        for stage, rules in _WRITTEN:
            self.problems.stage, before = stage, len(self.problems)
            if stage is Stage.REFERENCES:
                self.graph = resolve(self.spec, self.problems)
                house = self._house(judged)
            for rule in rules:
                rule(house)
            if len(self.problems) > before:
                self._close()
                house = self._house(judged)
        house.whole = {tree for tree in map(family_of_file, judged) if tree not in trees and self._is_whole(tree)}
        before = len(self.problems)
        check_unused(house)
        if len(self.problems) == before:
            check_optional(house)

    def _house(self, files: dict[str, SpecFile] | None = None) -> HouseRules:
        spec = self.spec if files is None else Spec(files, self.spec.skipped, self.spec.unread)
        return HouseRules(self.graph, self.problems, spec)

    def _close(self) -> None:
        """End the judgement of folders, or of whole trees, in which something was found, or which nothing declares."""
        closed = {unit_of(p.places[0].file) for p in self.problems.found.values()}
        if closed:
            closed |= {tree for path in self.spec.files if (tree := family_of_file(path)) not in {"", *self.families}}
        for path, file in self.spec.files.items() if closed else ():
            file.faulty = file.faulty or unit_of(path) in closed or family_of_file(path) in closed

    def _is_whole(self, tree: str) -> bool:
        return not any(family_of_file(p.places[0].file) == tree for p in self.problems.found.values())

    def _select(self, version: str) -> None:
        house = self._house()
        try:
            bundle = select(self.graph, version, self.problems)
        except RecursionError:
            hint = "a hundred schemas in a row, each inside the one before, are enough: take some out"
            node = Place(root_of(family_of_version(version)), 1, 1, "")
            house.add("depth", "schemas are nested too deeply", node, hint=hint)
            return
        self.bundles[version] = bundle
        for op in operations(bundle):
            check_selected(house, op)
            check_answers(house, op)
        check_required(house, bundle)

    def name(self) -> None:
        """Understand each version and give everything its name; collisions wait for `finish`."""
        for version, bundle in self.bundles.items() if not self.problems else ():
            if version not in self._same:
                api = parse(bundle)
                self._named[version] = Named(api, name(api, bundle, self._late))

    @property
    def collides(self) -> bool:
        """Whether names collide: nothing can be printed then."""
        return bool(self._late)

    def named(self, version: str) -> Named:
        """A version with the names of what it holds."""
        found = self.known.get(version) or self._same.get(version)
        return found.named if found is not None else self._named[version]

    def is_fit(self) -> bool:
        """Return True if nothing is wrong with examples and with `x-became`. Nothing changes: a fork can be asked."""
        found = Problems()
        self._judge_examples(found)
        if not found:
            self._judge_became(found)
        return not found

    def judge(self) -> None:
        """Wait for the standard, then judge the examples, unless `fits` says that they were judged."""
        for bundle, _, faults in self._waiting:
            tell_standard(self.problems, bundle, faults())
        if not self.fits:
            self._judge_examples(self.problems)

    def finish(self) -> None:
        """Tell of collisions if there is nothing else to tell, and remember what is whole."""
        if not self.problems:
            if not (self._late or self.fits):
                self._judge_became(self._late)
            self.problems.extend(_telling(self._late))
        if not self.problems and self.store.lasts:
            for version, bundle in self.bundles.items():
                content = self._contents.get(version) or known.Content(self.key(version), marks(bundle.document))
                found = self._same.get(version) or known.packed(content, bundle.document, self._named[version])
                known.keep(self.store, self.spec, version, found, content)

    def _judge_examples(self, problems: Problems) -> None:
        problems.stage = Stage.EXAMPLES
        house = HouseRules(self.graph, problems, self.spec)
        judged = {family_of_version(v) for v in self.bundles}
        house.whole = {tree for tree in judged if self._is_whole(tree)}
        check_left_over(house)
        for bundle, part, _ in self._waiting:
            if family_of_version(bundle.version) in house.whole:
                for op in operations(bundle):
                    check_presence(house, op)
                check_examples(house, bundle, part)
        if not problems:
            check_deliveries(house)

    def _judge_became(self, problems: Problems) -> None:
        if self.wanted == list(self.declared):  # a limited run lacks what old names lead to
            check_became(self.graph, {v: self.named(v).api for v in self.wanted}, problems)


def tell_standard(problems: Problems, bundle: Bundle, faults: Iterable[Fault]) -> None:
    """Show faults of a flat document in the spec."""
    placed = [(fault, _place(bundle, fault)) for fault in faults]
    # A fault of a derived schema has no line of its own, and most often repeats another.
    exact = [(fault, node) for fault, node in placed if node.pointer and _is_written(node)]
    for fault, node in exact or placed[:1]:
        hint = f"OpenAPI 3.1 does not allow this (seen in the bundle of {bundle.version})"
        problems.add("openapi", fault.message, node, hint=hint)


def _is_written(node: Node) -> bool:
    """Whether the node stands in the spec, and not only in what is made of it."""
    here: Any = node.file.data
    for token in node.pointer.split("/")[1:]:
        key = unescape(token)
        if is_map(here) and key in here:
            here = here[key]
        elif is_list(here) and is_index(key) and int(key) < len(here):
            here = here[int(key)]
        else:
            return False
    return True


def _place(bundle: Bundle, fault: Fault) -> Node:
    match = _IN_PATH.search(fault.message)
    if not fault.pointer and match:
        return spot(bundle, f"/paths/{escape(match[2])}/{match[1]}")
    return spot(bundle, fault.pointer)


def _telling(found: Problems) -> Iterable[Problem]:
    """Leave out collisions that a schema only has because one that it is derived from has them."""
    telling = [p for p in found if len({(q.file, q.line, q.column) for q in p.places}) == len(p.places)]
    return telling or found
