"""A stage for scenarios without a store: what it answers is written out by the test."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from wooclient import ApiError, ConnectionFailed
from wooclient.contract.calls.recording import Exchange
from wooclient.contract.calls.steps import Answer, Broken, Call, Steps
from wooclient.contract.described.description import description
from wooclient.contract.running.results import Ledger, Results
from wooclient.contract.running.run import Run
from wooclient.contract.safety.journal import Loan, NotKept

MARK, OTHERS = "woospec-000000abc-0001", "woospec-000000abd-0001"
#: What the store answers to an operation: a status, and a body. A status of 0 is no answer at all.
Answers = Mapping[str, tuple[int, Any]]


class Notes:
    """A journal that keeps what it is told, unless it cannot."""

    def __init__(self, *, keeps: bool = True) -> None:
        self.keeps, self.noted, self.settled = keeps, list[Loan](), list[Loan]()

    def note(self, loan: Loan) -> None:
        if not self.keeps:
            raise NotKept("full")
        self.noted.append(loan)

    def settle(self, loan: Loan) -> None:
        self.settled.append(loan)


class Stage:
    """A run, what was called of the store, and what came of it."""

    def __init__(
        self,
        answers: Answers,
        *,
        version: str = "v3",
        without: tuple[str, ...] = (),
        system: Any = None,
        keeps: bool = True,
    ) -> None:
        self.answers, self.calls = answers, list[str]()
        self.results, self.notes = Results(), Notes(keeps=keeps)
        operations = description(version).operations
        for operation in operations.values():
            self.results.add(version, operation, served=True)
        journal: Any = self.notes
        ledger = Ledger(self.results, version, "one", "sync")
        self.run = Run(version, MARK, frozenset(operations) - {*without}, ledger, journal, system)

    def answer(self, call: Call) -> Answer:
        told = f"{call.operation} {' '.join(map(str, call.ids))}".strip()
        self.calls.append(f"{told} @{call.stage}" if call.stage else told)
        status, body = self.answers.get(told, self.answers.get(call.operation, (200, {})))
        if not status:
            return Answer(call, None, ConnectionFailed("gone"), [])
        operation = description(call.stage or self.run.version).operations[call.operation]
        headers = {"content-type": "application/json"}
        exchange = Exchange(operation.method, operation.path, "", b"", status, headers, json.dumps(body).encode())
        error = ApiError("no", status=status, code=exchange.code) if status >= 400 else None
        return Answer(call, None, error, [exchange])

    def play(self, scenario: Callable[[Run], Steps[None]]) -> bool:
        """Play a scenario, and clean up; whether it came to its end."""
        came = self._through(self.run.guarded(scenario(self.run)))
        self.calls.append("--")
        self._through(self.run.cleanup())
        return came

    def _through(self, steps: Steps[None]) -> bool:
        sent: Any = None
        try:
            while True:
                step = steps.send(sent)
                sent = [self.answer(call) for call in step] if isinstance(step, list) else self.answer(step)
                for answer in sent if isinstance(sent, list) else [sent]:
                    self.run.took(answer)
        except StopIteration:
            return True
        except Broken:
            return False

    @property
    def behaviour(self) -> list[str]:
        """What was found to be done wrong."""
        return [f.finding.message for f in self.results.failures if f.finding.kind == "behaviour"]

    def why(self, operation: str) -> str:
        return self.results.entries[self.run.version, operation].why
