"""Requests that schemathesis makes from our description, sent to a mock store in process; prints what came back.

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
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from wooclient.mock import MockStore

API = "/wp-json/wc/v3"
#: What the mock store says of operations that it leaves out.
NOT_IMITATED = "mock_not_imitated"
#: What WordPress says of words in a path that no route takes, and of numbers that PHP cannot read.
EVERYWHERE = {("404", "rest_no_route"), ("400", "rest_invalid_json")}
QUIET: dict[str, Any] = {
    "database": None, "deadline": None, "suppress_health_check": list(HealthCheck), "phases": [Phase.generate],
}  # fmt: skip


class Judge:
    """Sends what is generated and keeps what is worth telling."""

    def __init__(self, store: MockStore) -> None:
        self.store = store
        self.http = httpx.Client(transport=store.transport, base_url=store.url)
        self.sent = 0
        self.statuses: dict[str, int] = {}
        #: What must not be, and what the description does not say.
        self.failures: list[str] = []
        self.left_out: set[str] = set()
        self.undocumented: dict[str, set[str]] = {}

    def send(self, case: Any) -> None:
        """One request; the store's key takes the place of what was generated for it."""
        self.aim(case)
        wanted = case.as_transport_kwargs(base_url=f"{self.store.url}{API}")
        wanted["headers"] = {k: v for k, v in wanted["headers"].items() if k.lower() != "authorization"}
        params = wanted.get("params") or {}
        if isinstance(params, dict):
            wanted["params"] = {k: v for k, v in params.items() if not k.startswith("consumer_")}
        wanted.pop("cookies", None)
        label = case.operation.label
        log = io.StringIO()
        with contextlib.redirect_stderr(log):
            answer = self.http.request(**wanted, auth=(self.store.key, self.store.secret))
        self.sent += 1
        status = str(answer.status_code)
        self.statuses[status] = self.statuses.get(status, 0) + 1
        answer.elapsed = timedelta()
        if "Traceback" in log.getvalue() or b"Traceback" in answer.content or b"mock_internal" in answer.content:
            self.failures.append(f"{label}: {log.getvalue()[-1500:]}")
        if answer.status_code >= 400:
            self.refused(label, status, answer, case.operation.definition.raw.get("x-errors", {}))
        else:
            self.accepted(label, status, case, answer)

    def aim(self, case: Any) -> None:
        """Three paths of four lead to what is there now: those of chance lead nowhere."""
        if self.sent % 4 == 0 or not case.path_parameters:
            return
        path = ""
        for part in case.operation.path.strip("/").split("/"):
            name = part.strip("{}")
            if part.startswith("{"):
                known = self.known(path)
                if not known:
                    return
                case.path_parameters[name] = part = known[self.sent % len(known)]
            path += f"/{part}"

    def known(self, path: str) -> list[Any]:
        """What a list holds, by that which leads to each."""
        answer = self.http.get(f"{API}{path}", auth=(self.store.key, self.store.secret))
        items = answer.json() if answer.status_code == 200 else []
        if not isinstance(items, list):
            return []
        names = ("instance_id", "id", "code", "slug")
        things = [item for item in items if isinstance(item, dict) and item.keys() & set(names)]
        return [next(thing[name] for name in names if name in thing) for thing in things]

    def refused(self, label: str, status: str, answer: httpx.Response, errors: dict[str, list[str]]) -> None:
        """A refusal must be one that the description lists."""
        code = answer.json().get("code")
        if code == NOT_IMITATED:
            self.left_out.add(label)
            return
        if (status, code) in EVERYWHERE:
            return
        if code not in errors.get(status, []):
            self.undocumented.setdefault(label, set()).add(f"{status} {code}")
            if answer.status_code >= 500:
                self.failures.append(f"{label}: {status} {answer.text[:500]}")

    def accepted(self, label: str, status: str, case: Any, answer: httpx.Response) -> None:
        """An answer must have the form that the description gives it."""
        found = case.operation.definition.raw["responses"]
        if status not in found:
            self.undocumented.setdefault(label, set()).add(f"status {status}")
            return
        try:
            case.operation.validate_response(answer, case=case)
        except Exception as wrong:
            text = " ".join(str(wrong).split())
            self.undocumented.setdefault(label, set()).add(f"form: {text[:300]}")


def whole(store: MockStore, document: dict[str, Any]) -> list[str]:
    """What cannot be listed any more."""
    http = httpx.Client(transport=store.transport, base_url=f"{store.url}{API}")
    wrong: list[str] = []
    for path, item in document["paths"].items():
        operation = item.get("get", {})
        if "{" in path or not str(operation.get("operationId")).endswith(".list") or "marketplace" in path:
            continue
        query = {"per_page": 100} if operation.get("x-paging") == "pages" else {}
        answer = http.get(path.rstrip("/"), params=query, auth=(store.key, store.secret))
        if answer.status_code != 200 or not isinstance(answer.json(), list):
            wrong.append(f"{path}: {answer.status_code} {answer.text[:300]}")
            continue
        for thing in answer.json()[:20]:
            own = (thing.get("_links", {}).get("self") or [{}])[0].get("href")
            again = http.get(own, auth=(store.key, store.secret)) if own else None
            # Some links of real stores lead nowhere.
            if again is not None and again.status_code != 200 and again.json().get("code") != "rest_no_route":
                wrong.append(f"{own}: {again.status_code} {again.text[:300]}")
    return wrong


def main(path: str, examples: int) -> None:
    """Go through all operations, those that delete last."""
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    operations = [found.ok() for found in schemathesis.openapi.from_dict(document).get_all_operations()]
    operations.sort(key=lambda o: o.method.lower() == "delete")
    judge = Judge(MockStore())
    for operation in operations:
        for mode, share in ((GenerationMode.POSITIVE, examples - 1), (GenerationMode.NEGATIVE, 1)):

            @seed(4)
            @settings(max_examples=share, **QUIET)
            @given(operation.as_strategy(generation_mode=mode))
            def run(case: Any) -> None:
                judge.send(case)

            # Where anything goes, nothing is wrong.
            with contextlib.suppress(Unsatisfiable):
                run()
    told = {
        "sent": judge.sent,
        "operations": len(operations),
        "statuses": dict(sorted(judge.statuses.items())),
        "left_out": sorted(judge.left_out),
        "failures": judge.failures,
        "corrupt": whole(judge.store, document),
        "undocumented": {label: sorted(found) for label, found in sorted(judge.undocumented.items())},
    }
    print(json.dumps(told, indent=1, ensure_ascii=True))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
