"""Carrying a scenario out: its calls through the sync client, or through the async one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import Any

from ..._runtime.errors import BatchInterrupted, WooError
from ..._runtime.inputs import python_name
from ..._runtime.operation import Operation
from ..calls.recording import recorded
from ..calls.steps import Answer, Broken, Call, Key, Steps, Stopped
from ..safety.journal import root
from .run import Run
from .scenario import Scenario
from .turns import Turns

#: Whether somebody asked the run to end.
Ended = Callable[[], bool]
#: Gives the next step, once it is sent what became of the latest; raises StopIteration after the last.
Following = Callable[[Any], Call | list[Call]]


def drive_sync(scenario: Scenario, run: Run, clients: Mapping[Key, Any], turns: Turns, ended: Ended) -> None:
    """Play a scenario with the sync client, and remove what it made, whatever happens."""
    steps = run.guarded(scenario.play(run))
    try:
        _carry_out(lambda sent: _next(steps, sent, ended), run, clients, turns)
    except (Broken, Stopped):
        pass
    finally:
        _carry_out(run.cleanup().send, run, clients, turns)


async def drive_async(scenario: Scenario, run: Run, clients: Mapping[Key, Any], turns: Turns, ended: Ended) -> None:
    """Play a scenario with the async client, and remove what it made, whatever happens."""
    steps = run.guarded(scenario.play(run))
    try:
        await _async_carry_out(lambda sent: _next(steps, sent, ended), run, clients, turns)
    except (Broken, Stopped):
        pass
    finally:
        await _async_carry_out(run.cleanup().send, run, clients, turns)


def _carry_out(following: Following, run: Run, clients: Mapping[Key, Any], turns: Turns) -> None:
    """Take steps until there are no more."""
    sent: Any = None
    with suppress(StopIteration):
        while True:
            step = following(sent)
            with turns.taken(step):
                sent = _sync_step(step, run, clients)


async def _async_carry_out(following: Following, run: Run, clients: Mapping[Key, Any], turns: Turns) -> None:
    sent: Any = None
    with suppress(StopIteration):
        while True:
            step = following(sent)
            with turns.taken(step):  # each scenario has a loop of its own, which may wait
                sent = await _async_step(step, run, clients)


def _next(steps: Steps[None], sent: Any, ended: Ended) -> Call | list[Call]:
    """The next step. A scenario always learns what became of its latest call, so that it can note what it made."""
    step = steps.send(sent)
    return steps.throw(Stopped()) if ended() else step


def _sync_step(step: Call | list[Call], run: Run, clients: Mapping[Key, Any]) -> Any:
    if isinstance(step, Call):
        answer = _sync_call(step, run, clients)
        run.took(answer)
        return answer
    with ThreadPoolExecutor(len(step)) as pool:
        waiting = [pool.submit(copy_context().run, _sync_call, call, run, clients) for call in step]
        answers = [one.result() for one in waiting]
    for answer in answers:
        run.took(answer)
    return answers


async def _async_step(step: Call | list[Call], run: Run, clients: Mapping[Key, Any]) -> Any:
    if isinstance(step, Call):
        answer = await _async_call(step, run, clients)
        run.took(answer)
        return answer
    answers = list(await asyncio.gather(*(_async_call(call, run, clients) for call in step)))
    for answer in answers:
        run.took(answer)
    return answers


def _sync_call(call: Call, run: Run, clients: Mapping[Key, Any]) -> Answer:
    method = _method(call, run, clients[call.key])
    with recorded() as exchanges:
        try:
            result = method(*call.ids, **_given(call, run))
            if call.method == "iter":
                result = list(result)
        except WooError as error:
            return Answer(call, None, _of_the_request(error), exchanges)
    return Answer(call, result, None, exchanges)


async def _async_call(call: Call, run: Run, clients: Mapping[Key, Any]) -> Answer:
    method = _method(call, run, clients[call.key])
    with recorded() as exchanges:
        try:
            result = method(*call.ids, **_given(call, run))
            result = [item async for item in result] if call.method == "iter" else await result
        except WooError as error:
            return Answer(call, None, _of_the_request(error), exchanges)
    return Answer(call, result, None, exchanges)


def _of_the_request(error: WooError) -> WooError:
    """What the store said: a batch tells of it as its cause."""
    return error.cause or error if isinstance(error, BatchInterrupted) else error


def _method(call: Call, run: Run, client: Any) -> Any:
    """The client's own method for an operation: `products.create` is `woo.products.create`."""
    if call.method == "send":
        return partial(_send, client, run.client_operation(call.operation, call.stage))
    *path, own = [*root(call.stage or run.version), *call.operation.split(".")]
    for name in path:
        client = getattr(client, name)
    if call.method.startswith("meta."):
        above = run.description.operations[call.operation].path.count("{") - 1
        return partial(_meta, client, call.method.removeprefix("meta."), above)
    return getattr(client, call.method or own)


def _meta(resource: Any, verb: str, above: int, *ids: Any) -> Any:
    """What a resource does with custom fields; that of nested things is told first what they live under."""
    holder = resource.meta(*ids[:above]) if above else resource.meta
    return getattr(holder, verb)(*ids[above:])


def _given(call: Call, run: Run) -> Mapping[str, Any]:
    """The keyword arguments: `class` is `class_` in Python."""
    operation = run.client_operation(call.operation, call.stage)
    kind = operation.body_type() or operation.query_type()
    return {python_name(kind, name): value for name, value in call.given.items()} if kind else call.given


def _send(client: Any, operation: Operation[Any], *ids: int | str, **given: Any) -> Any:
    """One request, however large a batch; without arguments even where the client demands some."""
    return client.call(operation if given else operation._replace(body="", query=""), ids, given)
