"""The shortest sequence of requests that still ends in the same difference."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from typing import Any

from differential.levelling import made
from differential.pool import Pool
from differential.report import family
from differential.sides import MockSide
from differential.steps import Step
from differential.walk import Exchange, Side, Walk

Part = tuple[Step, Any]
"""A request and the answer that names come from."""
Fails = Callable[[list[Part]], bool]


def led_to(history: list[Exchange], last: Exchange) -> list[Part]:
    """What happened before to the records that the last request is about, and that request."""
    wanted, found = set(last.step.names()), list[Part]()
    before = history[: next(i for i, one in enumerate(history) if one is last)]
    for one in reversed([e for e in before if not e.step.level and e.theirs.status < 400 and e.step.method != "GET"]):
        touched = {path.rpartition("/")[2] for path in (*made(one), one.step.path)}
        if touched & wanted:
            wanted |= set(one.step.names())
            found.append((one.step, one.named))
    return [*reversed(found), (last.step, last.named)]


def shrunk(parts: list[Part], fails: Fails) -> list[Part]:
    """Fewer and smaller requests, as long as they fail in the same way."""
    if not fails(parts):
        return parts
    i = 0
    while i < len(parts) - 1:
        fewer = parts[:i] + parts[i + 1 :]
        if fails(fewer):
            parts = fewer
        else:
            i += 1
    for i in range(len(parts)):
        parts = _smaller(parts, i, fails)
    return parts


def _smaller(parts: list[Part], i: int, fails: Fails) -> list[Part]:
    """The sequence with less in the query and the body of one request."""
    tried = 0
    while True:
        options = list(_less(parts[i][0]))
        if tried >= len(options):
            return parts
        smaller = [*parts[:i], (options[tried], parts[i][1]), *parts[i + 1 :]]
        if fails(smaller):
            parts = smaller
        else:
            tried += 1


def _less(step: Step) -> Iterator[Step]:
    """The request without one parameter, or without one part of its body."""
    for i in range(len(step.query)):
        yield replace(step, query=step.query[:i] + step.query[i + 1 :])
    for path in _parts(step.body):
        body = copy.deepcopy(step.body)
        inside = body
        for key in path[:-1]:
            inside = inside[key]
        del inside[path[-1]]
        yield replace(step, body=body)


def _parts(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in pairs:
        yield (*path, key)
        yield from _parts(inner, (*path, key))


def failing_as(wanted: str, there: Side, here: MockSide) -> Fails:
    """Whether a sequence ends in a difference of this family. What it makes is deleted again on both sides."""

    def fails(parts: list[Part]) -> bool:
        walk, done = Walk(there, here, Pool(Random(0))), list[Exchange]()
        for step, named in parts:
            done.append(walk.exchange(step, named))
        for path in reversed([path for one in done for path in made(one)]):
            walk.exchange(Step("DELETE", path, [("force", "true")]))
        return family(done[-1]) == wanted

    return fails
