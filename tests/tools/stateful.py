"""The stateful phase of schemathesis on a mock store in process, resource by resource; prints what it reached.

Run by tests/mock/test_schemathesis.py with the Python of tests/tools/.venv, where schemathesis is.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from datetime import timedelta
from typing import Any

import httpx
import schemathesis
from hypothesis import HealthCheck, Phase, seed, settings

from wooclient.mock import MockStore

API = "/wp-json/wc/v3"
#: Scenarios of one resource at most, the requests of a scenario, and those of a resource for each of its operations.
SCENARIOS, STEPS, MOST = 20, 25, 12
SETTINGS: dict[str, Any] = {
    "max_examples": 1, "stateful_step_count": STEPS, "database": None, "deadline": None,
    "suppress_health_check": list(HealthCheck), "phases": [Phase.generate],
}  # fmt: skip


class Enough(BaseException):
    """Nine operations of ten were called, or too many requests were sent: the rest would cost time only."""


class Reach:
    """What is called, and what it answers."""

    def __init__(self) -> None:
        self.store = MockStore()
        self.http = httpx.Client(transport=self.store.transport)
        #: The statuses that each operation answered.
        self.reached: dict[str, set[int]] = {}
        self.sent = 0

    def machine(self, schema: Any, labels: set[str]) -> Any:
        """The state machine that schemathesis makes of some operations; it ends when most of them were called."""
        reach, most = self, self.sent + MOST * len(labels)

        class Machine(schema.as_state_machine()):  # type: ignore[misc] # made at run time
            def call(self, case: Any, **_: Any) -> Any:
                answer = reach.send(case)
                if len(labels - reach.reached.keys()) <= len(labels) // 10 or reach.sent > most:
                    raise Enough
                return schemathesis.Response.from_any(answer)

            def validate_response(self, *_: Any, **__: Any) -> None:
                """Leave that to the other test: here it matters where links lead."""

        return Machine

    def send(self, case: Any) -> httpx.Response:
        """One request; the store's key takes the place of what was generated for it."""
        wanted = case.as_transport_kwargs(base_url=f"{self.store.url}{API}")
        wanted["headers"] = {k: v for k, v in wanted["headers"].items() if k.lower() != "authorization"}
        params = wanted.get("params") or {}
        if isinstance(params, dict):
            wanted["params"] = {k: v for k, v in params.items() if not k.startswith("consumer_")}
        wanted.pop("cookies", None)
        with contextlib.redirect_stderr(io.StringIO()):
            answer = self.http.request(**wanted, auth=(self.store.key, self.store.secret))
        answer.elapsed = timedelta()
        self.reached.setdefault(case.operation.label, set()).add(answer.status_code)
        self.sent += 1
        return answer


def main(path: str) -> None:
    """Go through the resources one by one: in a machine of all, chance seldom leads to the same record twice."""
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    schema = schemathesis.openapi.from_dict(document)
    labels = [found.ok().label for found in schema.get_all_operations()]
    reach = Reach()
    for resource in dict.fromkeys(word for label in labels if (word := label.split("/")[1])):
        pattern = rf"^/($|{resource}(/|$))"
        own = {label for label in labels if label.split("/")[1] == resource}
        machine = reach.machine(schema.include(path_regex=pattern), own)
        # One by one: a store that remembers is a contradiction for Hypothesis, which wants to see a scenario twice.
        with contextlib.suppress(Enough):
            for number in range(SCENARIOS):
                seed(number)(machine).run(settings=settings(**SETTINGS))
    done = sorted(label for label, statuses in reach.reached.items() if min(statuses) < 300)
    left = [label for label in labels if label not in reach.reached]
    print(json.dumps({"operations": len(labels), "sent": reach.sent, "left": left, "succeeded": len(done)}, indent=1))


if __name__ == "__main__":
    main(sys.argv[1])
