"""What a scenario works with: calls through the client, expectations, and the duty to leave nothing behind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._runtime.errors import ConnectionFailed
from .._runtime.registry import operations
from .._runtime.shapes import is_array, is_mapping, is_object
from .checking import Finding, check
from .description import Described, Json, description
from .results import Ledger
from .steps import Answer, Broken, Call, Key, Steps


class Run:
    """One scenario of one version, run with one colour of the client.

    Attributes:
        version: The version, such as `v3` or `legacy-v2`.
        mark: A word that no other run has; goes into the name of everything made.
        description: What the description says of the version.
    """

    def __init__(self, version: str, mark: str, served: frozenset[str], ledger: Ledger) -> None:
        self.version, self.mark = version, mark
        self.description = description(version)
        self._served, self._ledger = served, ledger
        self._clients = {operation.id: operation for operation in operations(version)}
        self._cleanup: list[Call] = []
        self._latest = ""

    @property
    def root(self) -> tuple[str, ...]:
        """The attributes that lead from a client to this version."""
        if self.version == "v3":
            return ()
        return ("legacy",) if self.version == "legacy-v3" else tuple(self.version.split("-"))

    # What scenarios call.

    def served(self, operation: str) -> bool:
        """Whether the version has an operation, and the store serves it."""
        return operation in self._served

    def answer(
        self,
        operation: str,
        *ids: int | str,
        refusals: tuple[str, ...] = (),
        method: str = "",
        key: Key = "own",
        **given: Any,
    ) -> Steps[Answer]:
        """Make one call; the answer, whatever it is. Without `refusals`, a refusal is a finding but ends nothing."""
        call = Call(operation, ids, given, refusals, method, key)
        found: Answer = yield call
        return found

    def call(self, operation: str, *ids: int | str, **given: Any) -> Steps[Any]:
        """Make one call that must succeed; the client's result. Ends the scenario if it does not."""
        found = yield from self.answer(operation, *ids, **given)
        if found.error is not None:
            raise Broken
        return found.result

    def refused(
        self, refusals: str | tuple[str, ...], operation: str, *ids: int | str, key: Key = "own", **given: Any
    ) -> Steps[Answer]:
        """Make one call that the store must refuse with one of these codes; the answer."""
        codes = (refusals,) if isinstance(refusals, str) else refusals
        return (yield from self.answer(operation, *ids, refusals=codes, key=key, **given))

    def together(self, *calls: Call) -> Steps[list[Answer]]:
        """Make several calls at once; their answers, in the order of the calls."""
        found: list[Answer] = yield list(calls)
        return found

    def made(self, operation: str, *ids: int | str, **given: Any) -> None:
        """Say what call removes, at the end, something that was just made. The latest goes first."""
        self._cleanup.append(Call(operation, ids, given))

    def gone(self, operation: str, *ids: int | str) -> None:
        """Say that something was removed already."""
        self._cleanup = [call for call in self._cleanup if (call.operation, call.ids) != (operation, ids)]

    def expect(self, holds: bool, message: str, pointer: str = "") -> bool:
        """Note a finding against the latest operation if `holds` is false; `holds`."""
        if not holds:
            self._ledger.found(self._latest, Finding("behaviour", message, pointer, self._place(self._latest)), None)
        return holds

    def same(self, wrote: Mapping[str, Any], read: Any, pointer: str = "") -> None:
        """Expect that the wire form of an answer has what was written: scalars equal, of lists and maps the parts."""
        for name, value in wrote.items():
            here = read.get(name) if is_object(read) else None
            self.expect(_holds(value, here), f"{name} was written as {value!r} and reads {here!r}", f"{pointer}/{name}")

    def fit(self, operation: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Those of `values` that the version's operation has a parameter or a field of the body for."""
        described = self.description.operations[operation]
        known = {*described.parameters, *self._body_fields(described)}
        return {name: value for name, value in values.items() if name in known}

    def not_run(self, operation: str, why: str) -> None:
        """Say that an operation cannot be tried on this store, and why, so that the report does."""
        self._ledger.not_run(operation, why)

    # What drivers call.

    def cleanup(self) -> list[Call]:
        """The calls that remove what is still there, in the order to make them; each is handed out once."""
        calls, self._cleanup = self._cleanup[::-1], []
        return calls

    def took(self, answer: Answer) -> None:
        """Hold an answer against the description, and against what the scenario expects of it."""
        call = answer.call
        self._latest = call.operation
        operation = self.description.operations[call.operation]
        for exchange in answer.exchanges:
            findings = check(self.description, operation, exchange)
            self._ledger.called(call.operation, exchange, findings)
        unexpected = self._unexpected(answer)
        if unexpected:
            finding = Finding("behaviour", unexpected, place=operation.place)
            self._ledger.found(call.operation, finding, answer.exchanges[-1] if answer.exchanges else None)

    def _unexpected(self, answer: Answer) -> str:
        call, error = answer.call, answer.error
        if isinstance(error, ConnectionFailed):
            return f"no answer came: {error.message}"
        if call.refusals and error is None:
            return f"the store did it, though it should refuse with {' or '.join(call.refusals)}"
        if call.refusals and answer.code not in call.refusals:
            return f"refused with {answer.code or error}, not with {' or '.join(call.refusals)}"
        if not call.refusals and error is not None:
            return f"refused: {error}"
        return ""

    def _place(self, operation: str) -> str:
        found = self.description.operations.get(operation)
        return found.place if found else ""

    def _body_fields(self, described: Described) -> Json:
        fields = self.description.fields(described.body)
        envelope = self._clients[described.id].request_envelope
        return self.description.fields(fields[envelope]) if envelope and envelope in fields else fields


def _holds(wrote: Any, read: Any) -> bool:
    if is_mapping(wrote):
        return is_object(read) and all(_holds(value, read.get(key)) for key, value in wrote.items())
    if is_array(wrote):
        return is_array(read) and len(wrote) == len(read) and all(map(_holds, wrote, read))
    return bool(wrote == read)
