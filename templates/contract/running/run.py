"""What a scenario works with: calls through the client, expectations, and the duty to leave nothing behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..._runtime.errors import ConnectionFailed
from ..._runtime.operation import Operation
from ..._runtime.shapes import is_array, is_mapping, is_object
from ..calls.checking import Finding, answered, check, defect
from ..calls.recording import Exchange
from ..calls.steps import Answer, Broken, Call, Key, Steps
from ..described.bodies import member
from ..described.clients import client_operations
from ..described.description import ANY_CODE, Described, Json, description
from ..described.releasing import is_in
from ..safety.journal import Journal, Loan, NotKept
from ..safety.marks import MARK
from ..safety.owning import Foreign, Own, reader, removed_orders, things
from .results import Ledger

#: The status of what is not there. A web server answers it too, without a code, and WordPress with a code of its own
#: where it has no such route: neither says anything of the thing.
_ABSENT, _NO_ROUTE = 404, "rest_no_route"


class Run:
    """One scenario of one version, run with one colour of the client.

    Attributes:
        version: The version, such as `v3` or `legacy-v2`.
        mark: A word that no other run has; goes into the name of everything made.
        description: What the description says of the version.
        system: What the store's own report says of it (`environment`, `settings` …); empty if it cannot be read.
    """

    def __init__(
        self,
        version: str,
        mark: str,
        served: frozenset[str],
        ledger: Ledger,
        journal: Journal,
        system: Json | None = None,
    ) -> None:
        self.version, self.mark = version, mark
        self.description = description(version)
        self.system: Json = system or {}
        self._served, self._ledger = served, ledger
        self._cleanup: list[Call] = []
        self._own = Own(mark)
        self._journal = journal
        self._loans: list[tuple[Call, Loan]] = []
        self._latest = ""
        self._is_cleaning = False

    # What scenarios call.

    def served(self, operation: str) -> bool:
        """Whether the version has an operation, and the store serves it."""
        return operation in self._served

    def knows(self, since: str, until: str = "") -> bool:
        """Whether the store's release has what came with `since` and went with `until`; one that is not told is new."""
        release = str(member(self.system.get("environment"), "version", ""))
        return is_in(release, since, until)

    def has(self, schema: Json) -> bool:
        """Whether the store's release has a field."""
        return self.knows(schema.get("x-woo-since", ""), schema.get("x-woo-until", ""))

    def words(self, schema: Json) -> list[Any]:
        """The words of a list, open or closed, that the store's release knows."""
        said: Json = schema.get("x-woo-words", {})
        listed: list[Any] = schema.get("enum") or schema.get("x-known-values") or []
        told = [(word, said.get(str(word), {})) for word in listed]
        return [word for word, one in told if self.knows(one.get("since", ""), one.get("until", ""))]

    def answer(
        self,
        operation: str,
        *ids: Any,
        refusals: tuple[str, ...] = (),
        method: str = "",
        key: Key = "own",
        **given: Any,
    ) -> Steps[Answer]:
        """Make one call; the answer, whatever it is. Without `refusals`, a refusal is a finding but ends nothing."""
        found: Answer = yield self._asked(Call(operation, ids, given, refusals, method, key))
        return found

    def call(self, operation: str, *ids: int | str, **given: Any) -> Steps[Any]:
        """Make one call that must succeed; the client's result. Ends the scenario if it does not."""
        return (yield from self.needed(operation, *ids, **given)).result

    def needed(self, operation: str, *ids: Any, **given: Any) -> Steps[Answer]:
        """Make one call that must succeed; the answer. Ends the scenario if it does not."""
        found = yield from self.answer(operation, *ids, **given)
        if found.error is not None:
            raise Broken
        return found

    def refused(
        self, refusals: str | tuple[str, ...], operation: str, *ids: int | str, key: Key = "own", **given: Any
    ) -> Steps[Answer]:
        """Make one call that the store must refuse with one of these codes; the answer."""
        codes = (refusals,) if isinstance(refusals, str) else refusals
        return (yield from self.answer(operation, *ids, refusals=codes, key=key, **given))

    def perhaps(self, refusals: str | tuple[str, ...], operation: str, *ids: int | str, **given: Any) -> Steps[Answer]:
        """Make one call that the store may do, or refuse with one of these codes."""
        codes = (refusals,) if isinstance(refusals, str) else refusals
        found: Answer = yield self._asked(Call(operation, ids, given, codes, may=True))
        return found

    def together(self, *calls: Call) -> Steps[list[Answer]]:
        """Make several calls at once; their answers, in the order of the calls."""
        found: list[Answer] = yield [self._asked(call) for call in calls]
        return found

    def staged(self, operation: str, *ids: int | str, **given: Any) -> Steps[Any]:
        """Set the stage with a call of wc/v3, for versions that cannot; the answer's body.

        It is not held against the description, since scenarios of wc/v3 do that. Ends the scenario if it is refused.
        """
        found: Answer = yield Call(operation, ids, given, stage="v3")
        if found.error is not None:
            self._ledger.crashed(f"the stage could not be set by {operation} of wc/v3: {found.error}")
            raise Broken
        return found.body

    def made(self, operation: str, *ids: int | str, stage: str = "", **given: Any) -> None:
        """Say what call removes, at the end, something that was just made. The latest goes first.

        What no create of this run answered with is looked at before, and stays if it does not carry the run's mark.
        """
        self._owe(Call(operation, ids, given, stage=stage))

    def borrow(self, read: str, update: str, *ids: int | str, fields: tuple[str, ...]) -> Steps[Json]:
        """Read what a scenario is about to change, and have it put back at the end, whatever happens.

        The values are noted in the store first, so that the next run puts them back if this one is killed.

        Args:
            read: The operation that tells the present values.
            update: The operation that changes them.
            ids: What the paths of both hold.
            fields: Which fields; `settings.title` is a setting's value inside the field `settings`.

        Returns:
            What `update` is to be given to put them back.
        """
        found = yield from self.answer(read, *ids)
        if found.error is not None:
            raise Broken
        present = _present(found.body, fields)
        if MARK.search(str(present)):
            self.not_run(update, f"{update} {' '.join(map(str, ids))} holds what another run has put there")
            raise Broken
        loan = Loan(self.version, update, ids, present)
        try:
            self._journal.note(loan)
        except NotKept as error:
            self.not_run(update, f"what would be changed cannot be noted in the store: {error}")
            raise Broken from error
        call = Call(update, ids, present)
        self._own.add(*things(self._described(call), call))
        self._owe(call)
        self._loans.append((call, loan))
        return present

    def gone(self, operation: str, *ids: int | str) -> None:
        """Say that something was removed already."""
        for call in [call for call in self._cleanup if (call.operation, call.ids) == (operation, ids)]:
            self._cleanup.remove(call)
            self._ledger.owes(self._told(call), -1)

    def foreign(self, call: Call) -> Steps[Foreign | None]:
        """What a call would change of what is there and is not the run's own; None if nothing.

        What is not known to be its own is looked at: it may be changed if it carries the run's mark, or is not there.
        """
        described = self._described(call)
        for thing in self._own.unknown(described, call):
            unseen = ""
            if read := reader(thing.top):
                found: Answer = yield Call(read, (thing.id,), stage="v3")
                if found.status == _ABSENT and found.code not in ("", _NO_ROUTE):
                    self._own.add(thing)
                elif found.error is not None:
                    unseen = f"asked for it, the store answers {found.status} {found.code}"
            if thing in self._own.unknown(described, call):
                return Foreign(f"{thing.top}/{thing.id}", unseen)
        return None

    def expect(self, holds: bool, message: str, pointer: str = "", shown: str = "") -> bool:
        """Note a finding against the latest operation if `holds` is false; `holds`.

        `shown` is what a known defect of the store would be called in `x-store-defects`, if this can come of one.
        """
        if not holds:
            operation = self.description.operations.get(self._latest)
            known = defect(operation, self.knows, shown) if operation else ""
            place = self._place(self._latest)
            self._ledger.found(self._latest, Finding("behaviour", message, pointer, place, defect=known), None)
        return holds

    def same(self, wrote: Mapping[str, Any], read: Any, pointer: str = "") -> None:
        """Expect that the wire form of an answer has what was written: scalars equal, of lists and maps the parts."""
        for name, value in wrote.items():
            here = read.get(name) if is_object(read) else None
            self.expect(_holds(value, here), f"{name} was written as {value!r} and reads {here!r}", f"{pointer}/{name}")

    def fit(self, operation: str, values: Mapping[str, Any]) -> dict[str, Any]:
        """Those of `values` that the version's operation has a parameter or a field for; ids of paths are none."""
        described = self.description.operations[operation]
        parameters = {name for name, parameter in described.parameters.items() if parameter["in"] != "path"}
        known = {*parameters, *self._body_fields(described)}
        return {name: value for name, value in values.items() if name in known}

    def codes(self, operation: str, *statuses: int) -> tuple[str, ...]:
        """The codes that the description lists for refusals with these statuses."""
        errors = self.description.operations[operation].errors
        return tuple(code for status in statuses for code in errors.get(str(status), ()))

    def not_run(self, operation: str, why: str) -> None:
        """Say that an operation cannot be tried on this store, and why, so that the report does."""
        self._ledger.not_run(operation, why)

    def always_refused(self, operation: str, why: str) -> None:
        """Say that no store can do an operation any more, and why: a refusal as described is its success."""
        self._ledger.always_refused(operation, why)

    # What drivers call.

    def client_operation(self, operation: str, stage: str = "") -> Operation[Any]:
        """An operation as the client has it, of the version that sets the stage if there is one."""
        return client_operations(stage or self.version)[operation]

    def guarded(self, steps: Steps[None]) -> Steps[None]:
        """The steps of a scenario, up to one that would change what is not the run's own."""
        sent: Any = None
        while True:
            try:
                step = steps.send(sent)
            except StopIteration:
                return
            for call in step if isinstance(step, list) else [step]:
                if foreign := (yield from self.foreign(call)):
                    self._left_alone(call, foreign)
                    raise Broken
                if not (yield from self._without_notes(call)):
                    raise Broken
            sent = yield step

    def cleanup(self) -> Steps[None]:
        """The calls that remove what is still there, in the order to make them; each is handed out once."""
        self._is_cleaning = True
        while self._cleanup:
            call = self._cleanup.pop()
            if foreign := (yield from self.foreign(call)):
                self._left_alone(call, foreign)
            elif (yield from self._without_notes(call)):
                yield call
            self._ledger.owes(self._told(call), -1)

    def took(self, answer: Answer) -> None:
        """Hold an answer against the description, and against what the scenario expects of it."""
        call = answer.call
        described = self._described(call)
        self._ledger.made(self._own.learn(described, answer))
        if self._is_cleaning and not described.reads and answer.error is not None and answer.status not in (404, 410):
            self._ledger.left(self._told(call))
        if call.stage:
            return
        self._latest = call.operation
        operation = self.description.operations[call.operation]
        for exchange in answer.exchanges:
            known = self._defect(operation, exchange, answer)
            findings = check(self.description, operation, exchange, self.knows, self._ledger.results.judged)
            self._ledger.called(call.operation, exchange, [replace(finding, defect=known) for finding in findings])
        unexpected = self._unexpected(answer)
        if unexpected:
            last = answer.exchanges[-1] if answer.exchanges else None
            known = self._defect(operation, last, answer) if last else ""
            finding = Finding("behaviour", unexpected, place=operation.place, defect=known)
            self._ledger.found(call.operation, finding, last)
        elif answer.error is None:
            self._settle(call)

    def _owe(self, call: Call) -> None:
        self._cleanup.append(call)
        self._ledger.owes(self._told(call))

    def _told(self, call: Call) -> str:
        return f"{call.operation} {' '.join(map(str, call.ids))} ({self.mark})"

    def _described(self, call: Call) -> Described:
        return (description(call.stage) if call.stage else self.description).operations[call.operation]

    def _without_notes(self, call: Call) -> Steps[bool]:
        """Remove the notes of orders before the orders; whether none is left, so that the orders may go.

        A store that keeps orders in tables of its own forgets their notes, and nothing leads to those afterwards.
        """
        if member(self.system.get("settings"), "HPOS_enabled") is False:
            return True
        for order in removed_orders(self._described(call), call):
            listed: Answer = yield Call("orders.notes.list", (order,), stage="v3")
            for note in listed.items:
                yield Call("orders.notes.delete", (order, note["id"]), {"force": True}, stage="v3")
            left: Answer = (yield Call("orders.notes.list", (order,), stage="v3")) if listed.items else listed
            if left.items:
                self._ledger.left(f"orders.notes.delete {order} {left.items[0]['id']} ({self.mark})")
                return False
        return True

    def _left_alone(self, call: Call, foreign: Foreign) -> None:
        if self._is_cleaning:
            self._ledger.left(self._told(call))
        if foreign.unseen and not call.stage:
            self.not_run(call.operation, f"whether {foreign.thing} is there cannot be seen: {foreign.unseen}")
            return
        why = f"nothing shows that this run made {foreign.thing}, or that it is not there"
        told = f"{call.operation} was not called: {why}"
        if call.stage:
            self._ledger.crashed(told)
        else:
            place = self._place(call.operation)
            self._ledger.found(call.operation, Finding("behaviour", told, place=place), None)

    def _asked(self, call: Call) -> Call:
        """A call that the store serves by its own index; else the scenario ends, and nothing is held against it."""
        if call.operation not in self._served:
            raise Broken
        return call

    def _settle(self, call: Call) -> None:
        """Strike the loan out that a call put back, if it did."""
        for pair in [pair for pair in self._loans if pair[0] is call]:
            self._loans.remove(pair)
            self._journal.settle(pair[1])

    def _unexpected(self, answer: Answer) -> str:
        call, error = answer.call, answer.error
        if isinstance(error, ConnectionFailed):
            return f"no answer came: {error.message}"
        if call.refusals and error is None and not call.may:
            return f"the store did it, though it should refuse with {' or '.join(call.refusals)}"
        if call.refusals and error is not None and answer.code not in call.refusals and ANY_CODE not in call.refusals:
            return f"refused with {answer.code or error}, not with {' or '.join(call.refusals)}"
        if not call.refusals and error is not None:
            return f"refused: {error}"
        return ""

    def _defect(self, operation: Described, exchange: Exchange, answer: Answer) -> str:
        """What the description knows to be wrong with the store, if this exchange shows it; else empty."""
        return defect(operation, self.knows, *_shown(exchange, answer)) if operation.defects else ""

    def _place(self, operation: str) -> str:
        found = self.description.operations.get(operation)
        return found.place if found else ""

    def _body_fields(self, described: Described) -> Json:
        fields = self.description.fields(described.body)
        envelope = self.client_operation(described.id).request_envelope
        return self.description.fields(fields[envelope]) if envelope and envelope in fields else fields


def _shown(exchange: Exchange, answer: Answer) -> list[str]:
    """What `x-store-defects` would call an answer: by itself, and beside the refusals that were due."""
    found = answered(exchange)
    return [found, *(f"{found} for {due}" for due in answer.call.refusals)]


def _present(body: Json, fields: tuple[str, ...]) -> Json:
    """What puts the named fields of an answer back as they are."""
    found: Json = {}
    for name in fields:
        outer, _, inner = name.partition(".")
        if inner:
            found.setdefault(outer, {})[inner] = body[outer][inner]["value"]
        else:
            found[outer] = body[outer]
    return found


def _holds(wrote: Any, read: Any) -> bool:
    if is_mapping(wrote):
        return is_object(read) and all(_holds(value, read.get(key)) for key, value in wrote.items())
    if is_array(wrote):
        return is_array(read) and len(wrote) == len(read) and all(map(_holds, wrote, read))
    return bool(wrote == read)
