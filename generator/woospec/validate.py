"""Stage 3, validate: the standard's validation of each version's bundle, and the house rules; all problems at once.

What is judged depends on what is sound: a spec of the wrong shape is not selected, a bundle with broken references
is not given to validators that would stumble over them. Nothing here raises.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Collection, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from woospec.cache import Cache
from woospec.families import family_of, root_of, tree_of
from woospec.kinds import is_list, is_map
from woospec.load import Node, escape, is_index, load, unescape
from woospec.problems import Place, Problem, Problems
from woospec.resolve import Graph, resolve
from woospec.rules.answers import check_answers, check_required
from woospec.rules.errors import check_errors
from woospec.rules.examples import check_examples, check_left_over, check_presence
from woospec.rules.house import House, Op, operations, spot
from woospec.rules.operations import check_operations
from woospec.rules.parameters import check_parameters, check_selected
from woospec.rules.placement import check_placed
from woospec.rules.refs import check_derived, check_names, check_refs, check_unused
from woospec.rules.root import check_root, check_shapes
from woospec.rules.schemas import check_schemas
from woospec.rules.standard import TWINS, Fault, standard_faults
from woospec.rules.texts import check_texts
from woospec.select import Bundle, select
from woospec.verdicts import Standard, Verdicts

#: Rules about the spec as it is written, and those about what it lacks.
_WRITTEN = (
    check_shapes,
    check_root,
    check_refs,
    check_names,
    check_derived,
    check_schemas,
    check_parameters,
    check_operations,
    check_errors,
    check_texts,
    check_placed,
)
_LACKING = (check_unused, check_left_over)
#: Rules about each operation of a version.
_SELECTED = (check_selected, check_answers, check_presence)
#: Rules whose faults leave nothing to select from, and those whose faults break a bundle's references.
_HOPELESS, _BROKEN = frozenset({"yaml", "shape", "root", "ref-cycle"}), frozenset({"ref", "ref-target", "x-writes"})
_IN_PATH = re.compile(r"'(get|post|put|delete)' (?:operation )?in '([^']*)'")


def here(document: dict[str, Any]) -> Callable[[], list[Fault]]:
    """The standard's validation in this process, when its faults are asked for."""
    return partial(standard_faults, document)


def collect(folder: Path, cache: Cache | None = None) -> Problems:
    """Everything that is wrong with a spec folder."""
    problems = Problems()
    cache = cache or Cache()
    graph = resolve(load(folder, problems, cache), problems, cache)
    bundles = validate(graph, problems, cache=cache)
    if not problems:
        _name(graph, bundles, problems)
    return problems


def validate(
    graph: Graph,
    problems: Problems,
    only: Collection[str] | None = None,
    standard: Standard = here,
    cache: Cache | None = None,
) -> dict[str, Bundle]:
    """The bundle of each version (or of `only` these); what is wrong goes to `problems`."""
    bundles, finish = begin(graph, problems, only, standard, cache or Cache())
    finish()
    return bundles


def begin(
    graph: Graph,
    problems: Problems,
    only: Collection[str] | None,
    standard: Standard,
    cache: Cache,
) -> tuple[dict[str, Bundle], Callable[[], None]]:
    """The same in two steps, for a `standard` that runs in another process.

    When this returns, all house rules have been applied; calling its second result waits for the standard's faults
    and adds them to `problems`. What the `cache` knows to be valid is not judged again.
    """
    verdicts = Verdicts(cache)
    with _without_gc():
        house = House(graph, problems, readable=verdicts.readable(graph.spec))
        known = not problems and verdicts.knows(graph.spec)
        for rule in (check_texts,) if known else _WRITTEN:
            rule(house)
        sound = [v for v in house.versions if not _rules(problems, v) & _HOPELESS]
        whole = [v for v in sound if "duplicate-key" not in _rules(problems, v)]  # else something was lost
        house.sound = {family_of(v) for v in whole}
        house.linked = {family_of(v) for v in whole if not _rules(problems, v) & _BROKEN}
        for rule in () if known else _LACKING:
            rule(house)
        wanted = [version for version in sound if only is None or version in only]
        bundles = _selected(graph, wanted, problems, verdicts)
        broken = [v for v in bundles if _rules(problems, v) & _BROKEN]
        prints = {v: verdicts.fingerprint(bundle) for v, bundle in bundles.items() if v not in broken}
        waiting = [(bundles[v], p, verdicts.standard(p, standard)) for v, p in prints.items()]
        for bundle in bundles.values():
            _judge(house, bundle)

    def finish() -> None:
        for bundle, one, faults in waiting:
            _standard(house, bundle, faults())
            # Of two operations with one id, reported as such, the example is for the first.
            found = {op.id: op for op in reversed(operations(bundle))}
            check_examples(house, bundle, verdicts.without_known_examples(one, list(found.values())[::-1]))
        if not problems:
            verdicts.keep(graph.spec, prints.values())

    return bundles, finish


def _selected(graph: Graph, wanted: list[str], problems: Problems, verdicts: Verdicts) -> dict[str, Bundle]:
    """The bundles of some versions."""
    found: dict[str, Bundle] = {}
    for version in wanted:
        try:
            found[version] = select(graph, version, problems, known=verdicts.parts)
        except RecursionError:
            hint = "a hundred schemas in a row, each inside the one before, are enough: take some out"
            problems.add(
                "depth", "schemas are nested too deeply", Place(root_of(family_of(version)), 1, 1, ""), hint=hint
            )
    return found


def _judge(house: House, bundle: Bundle) -> None:
    found: list[Op] = operations(bundle)
    for op in found:
        for rule in _SELECTED:
            rule(house, op)
    if _rules(house.problems, bundle.version) & _BROKEN:
        return
    check_required(house, bundle)


def _rules(problems: Problems, version: str) -> set[str]:
    """The rules that the tree of a version breaks."""
    tree = family_of(version)
    return {p.rule for p in problems.found.values() if tree_of(p.places[0].file) == tree}


def _standard(house: House, bundle: Bundle, faults: list[Fault]) -> None:
    """Show faults of the bundle in the spec, but none that only follows from what is told already."""
    told = list(house.problems.found.values())
    placed = [(fault, _place(bundle, fault)) for fault in faults]
    # A fault of a derived schema has no line of its own, and most often repeats another: it comes last.
    for exact, fault, node in sorted(((_exact(n), f, n) for f, n in placed), key=lambda entry: not entry[0]):
        twin = TWINS.get(fault.kind) in _rules(house.problems, bundle.version)
        unplaced = not (exact and node.pointer) and bool(house.problems)
        if not (twin or unplaced or any(_explains(p, node, fault) for p in told)):
            hint = f"OpenAPI 3.1 does not allow this (seen in the bundle of {bundle.version})"
            house.add("openapi", fault.message, node, hint=hint)


def _exact(node: Node) -> bool:
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


def _explains(problem: Problem, node: Node, fault: Fault) -> bool:
    """Whether a house rule tells of the fault: on the same line, or, for the form of the document, in one operation."""
    first = problem.places[0]
    if first.file != node.file.path:
        return False
    if "SchemaError" not in fault.kind and node.pointer.startswith("/paths/"):
        operation = "/".join(node.pointer.split("/")[:4])
        if f"{first.pointer}/".startswith(f"{operation}/"):
            return True
    return first.line == node.place().line


def _place(bundle: Bundle, fault: Fault) -> Node:
    match = _IN_PATH.search(fault.message)
    if not fault.pointer and match:
        return spot(bundle, f"/paths/{escape(match[2])}/{match[1]}")
    return spot(bundle, fault.pointer)


def _name(graph: Graph, bundles: dict[str, Bundle], problems: Problems) -> None:
    """Names collide, and old names lead nowhere, only in a spec that is otherwise sound."""
    from woospec.naming import name
    from woospec.parse import parse
    from woospec.rules.became import check_became

    found = Problems()
    apis = {version: parse(bundle) for version, bundle in bundles.items()}
    for version, bundle in bundles.items():
        name(apis[version], bundle, found)
    check_became(graph, apis, problems)
    # Schemas derived from one with a collision have it too, but nothing of their own to show.
    telling = [p for p in found if len({(q.file, q.line, q.column) for q in p.places}) == len(p.places)]
    problems.extend(telling or found)


@contextmanager
def _without_gc() -> Generator[None, None, None]:
    """Validation makes many objects that live to its end; looking for garbage among them only costs time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
