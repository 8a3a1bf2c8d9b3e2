"""The code on the pages of the site and of README: it runs, and prints what the pages say."""

from __future__ import annotations

import asyncio
import inspect
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from samples import NOT_RUN, PAGES, ROOT, Network, Sample, desk, faults, fits, printed, samples

import yaml_text
from recipes.deliveries import headers
from wooclient import WooClient, fixtures, webhooks
from wooclient.mock import MockStore

ALL = sorted(PAGES.rglob("*.md"))
SECRET = "s3cret"
BODY = json.dumps(fixtures.load("v3", "orders.get")).encode()
NUMBER: str = fixtures.load("v3", "orders.get")["number"]
SIGNED, FORGED = webhooks.sign(BODY, SECRET), webhooks.sign(BODY, "guessed")
#: Body, headers and the status that a receiver has to answer: a delivery, the same again, a forged one, a ping, noise.
CASES: list[tuple[bytes, dict[str, Any], int]] = [
    (BODY, headers({"delivery": "d1", "signature": SIGNED}), 200),
    (BODY, headers({"delivery": "d1", "signature": SIGNED}), 200),
    (BODY, headers({"delivery": "d2", "signature": FORGED}), 401),
    (b"webhook_id=12", headers({}), 200),
    (b"noise", headers({}), 400),
]


@pytest.fixture(scope="module")
def network() -> Network:
    return Network()


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.relative_to(PAGES).as_posix())
def test_a_page_says_what_its_code_prints(page: Path, network: Network) -> None:
    assert faults(page, network) == []


def test_the_code_of_the_readme_runs(network: Network) -> None:
    found = [sample for sample in samples(ROOT / "README.md") if sample.kind == "python"]
    assert found
    with desk(network) as names:
        for sample in found:
            assert "Traceback" not in printed(sample, names)


def test_what_differs_from_page_to_output_is_seen(tmp_path: Path, network: Network) -> None:
    page = ROOT / "templates" / "site" / "pages" / "start.md"
    assert fits("10 orders, 0.3 s\n", "10 orders, ... s\n")
    assert not fits("11 orders, 0.3 s\n", "10 orders, ... s\n")
    with desk(network) as names:
        wrong = Sample(page, 1, "python", "", "print(woo.products.get(101).nmae)", "", (0, 0), "")
        assert "AttributeError" in printed(wrong, names)


def test_a_page_that_sets_logging_up_leaves_it_as_it_was(network: Network) -> None:
    root, ours = logging.getLogger(), logging.getLogger("wooclient")
    before = root.handlers[:], root.level, ours.level
    [page] = [page for page in ALL if "basicConfig" in page.read_text("utf-8")]
    assert faults(page, network) == []
    assert (root.handlers[:], root.level, ours.level) == before


def test_every_block_is_of_a_kind_that_is_run_or_only_shown() -> None:
    found = [sample for page in ALL for sample in samples(page)]
    assert {sample.kind for sample in found} <= {"python", "console", "text", "yaml"}
    programs = [sample for sample in found if sample.kind == "python"]
    assert len(programs) > 110
    wide = [f"{one.place}: {line}" for one in programs for line in one.code.splitlines() if len(line) > 80]
    assert wide == []  # the page at 1280 pixels has no room for more
    assert not NOT_RUN.match("wooclient list products")


def test_the_cookbook_has_answers_each_with_code_or_a_link() -> None:
    answers = (PAGES / "cookbook.md").read_text("utf-8").split("\n### ")[1:]
    assert len(answers) >= 39
    for answer in answers:
        title, _, body = answer.partition("\n")
        assert title.endswith(("?", "exact?"))
        assert "```python" in body or "](" in body
        assert len(body.splitlines()) < 32


def _titled(page: str, beginning: str) -> list[Sample]:
    return [sample for sample in samples(PAGES / page) if sample.title.startswith(beginning)]


def test_the_tests_that_pages_show_pass() -> None:
    passed = 0
    for shown in _titled("guides/testing.md", "test_"):
        names: dict[str, Any] = {"__name__": shown.title}
        exec(compile(shown.code, shown.title, "exec"), names)
        options = names.get("woo_store_options")
        for test in [test for name, test in names.items() if name.startswith("test_")]:
            # Each with a store of its own, as the fixtures of the package give it.
            with MockStore(**(options.__wrapped__() if options else {})) as store:
                woo = WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport)
                given = {"woo_store": store, "woo_client": woo}
                test(**{name: given[name] for name in inspect.signature(test).parameters})
                passed += 1
    assert passed == 4


def test_the_overlay_that_a_page_shows_is_part_of_the_one_that_is_tested() -> None:
    [shown] = _titled("guides/own-client.md", "acme")
    whole = yaml_text.load((ROOT / "tests" / "overlays" / "acme.yaml").read_text("utf-8"))["actions"]
    targets = {action["target"]: action["update"] for action in whole}
    for action in yaml_text.load(shown.code)["actions"]:
        tested, update = targets[action["target"]], action["update"]
        if isinstance(update, str):
            assert tested == update
            continue
        for name, schema in update.items():
            fields = tested[name]["properties"]
            assert {key: fields[key]["type"] for key in schema["properties"]} == {
                key: one["type"] for key, one in schema["properties"].items()
            }


def _receiver(framework: str) -> dict[str, Any]:
    """What the page's program for a framework defines."""
    [sample] = _titled("guides/webhooks.md", f"app_{framework}")
    names: dict[str, Any] = {"__name__": f"app_{framework}"}
    exec(compile(sample.code, sample.title, "exec"), names)
    return names


def _fastapi(names: dict[str, Any]) -> Iterator[int]:
    async def statuses() -> list[int]:
        transport = httpx.ASGITransport(names["app"])
        async with httpx.AsyncClient(transport=transport, base_url="http://receiver") as client:
            return [(await client.post("/woo", content=body, headers=about)).status_code for body, about, _ in CASES]

    yield from asyncio.run(statuses())


def _flask(names: dict[str, Any]) -> Iterator[int]:
    client = names["app"].test_client()
    for body, about, _ in CASES:
        yield client.post("/woo", data=body, headers=about).status_code


def _django(names: dict[str, Any]) -> Iterator[int]:
    import django
    from django.conf import settings

    if not settings.configured:
        settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="for tests only", USE_TZ=True)
        django.setup()
    from django.test import RequestFactory

    for body, about, _ in CASES:
        sent = dict(about)
        kind = sent.pop("Content-Type")
        request = RequestFactory().post("/woo", data=body, content_type=kind, headers=sent)
        yield names["hook"](request).status_code


@pytest.mark.parametrize(("framework", "answers"), [("fastapi", _fastapi), ("flask", _flask), ("django", _django)])
def test_the_receivers_of_the_webhooks_page(framework: str, answers: Any) -> None:
    names = _receiver(framework)
    assert list(answers(names)) == [status for _, _, status in CASES]
    assert names["orders"] == [NUMBER]
