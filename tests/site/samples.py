"""The code of the pages, run: Python in this process, commands by the function behind them, all on mock stores.

`python tests/site/samples.py` runs every page; with `--fill` it writes what was printed into the pages.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import re
import shlex
import shutil
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent, indent
from typing import Any, NamedTuple

import certifi
import httpx

from wooclient import WooClient
from wooclient.cli.app import World
from wooclient.cli.app import main as command
from wooclient.mock import MockStore

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "templates" / "site" / "pages"
SHOP = "https://shop.example"
KEY, SECRET = "ck_...", "cs_..."
#: The keys of stores whose pages name others, or that refuse those of the pages.
KEYS = {"http://127.0.0.1:8080": ("ck_demo", "cs_demo"), "https://mistyped.example": (KEY, "cs_another")}
#: Stores with whose servers something is wrong: the faults of their mock stores.
FAULTY = {"https://stripped.example": "stripped_authorization", "https://walled.example": "waf_user_agent"}
#: A block of code with the words behind its language, and the output below it, if the page shows it.
_BLOCK = re.compile(
    r"^(?P<indent> *)```(?P<kind>\w+)(?P<words>[^\n]*)\n(?P<code>.*?)^(?P=indent)```\n"
    r"(?:\n(?P=indent)```text\n(?P<output>.*?)^(?P=indent)```\n)?",
    re.DOTALL | re.MULTILINE,
)
_TITLE = re.compile(r'title="([^"]*)"')
#: Commands that are not run: they install, set a shell up, or do not end by themselves.
NOT_RUN = re.compile(
    r"(python3? |pip |\. venv|export |uvicorn |woospec build |wooclient doctor$"
    r"|wooclient (mock|contract|webhook listen|store add)\b)"
)
#: How blocks are titled that are run elsewhere: as tests, or with engines that this environment lacks.
ELSEWHERE = ("test_", "with_")
_SILENT = " >/dev/null"


class Sample(NamedTuple):
    """One block of a page. `output` is what the page says it prints, None if it says nothing."""

    page: Path
    line: int
    kind: str
    title: str
    code: str
    output: str | None
    #: Where in the page's text that stands which running the block gives anew, and how far it is indented.
    shown: tuple[int, int]
    indent: str

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def samples(page: Path) -> list[Sample]:
    """The blocks of a page, in order."""
    text = page.read_text("utf-8")
    found: list[Sample] = []
    for block in _BLOCK.finditer(text):
        title = _TITLE.search(block["words"])
        line = text.count("\n", 0, block.start()) + 1
        code, output = (dedent(part) if part is not None else None for part in (block["code"], block["output"]))
        shown = block.span("code" if block["kind"] == "console" else "output")
        name = title[1] if title else ""
        found.append(Sample(page, line, block["kind"], name, code or "", output, shown, block["indent"]))
    return found


class Network:
    """Leads every request to the mock store of its address; the stores are made when they are first called."""

    def __init__(self) -> None:
        self._stores: dict[str, MockStore] = {}

    def store(self, address: str) -> MockStore:
        """The store at an address."""
        if address not in self._stores:
            key, secret = KEYS.get(address, (KEY, SECRET))
            self._stores[address] = MockStore(url=address, key=key, secret=secret)
            self._break(address)
        return self._stores[address]

    def _break(self, address: str) -> None:
        if address in FAULTY:
            self._stores[address].fault(FAULTY[address])

    def reset(self) -> None:
        """Everything as it was at the start."""
        # A thread of the page before, which fetches ahead, may still ask for another store.
        for address, store in tuple(self._stores.items()):
            store.heal()
            store.reset()
            self._break(address)

    def of(self, request: httpx.Request) -> Any:
        """The transport of the store that a request is for."""
        port = f":{request.url.port}" if request.url.port else ""
        return self.store(f"{request.url.scheme}://{request.url.host}{port}").transport

    @contextlib.contextmanager
    def instead(self) -> Iterator[None]:
        """Let all clients of this process call these stores."""
        sync, tasks = httpx.HTTPTransport.handle_request, httpx.AsyncHTTPTransport.handle_async_request
        network = self

        def one(_: object, request: httpx.Request) -> httpx.Response:
            found: httpx.Response = network.of(request).handle_request(request)
            return found

        async def other(_: object, request: httpx.Request) -> httpx.Response:
            found: httpx.Response = await network.of(request).handle_async_request(request)
            return found

        httpx.HTTPTransport.handle_request = one  # type: ignore[method-assign,assignment]
        httpx.AsyncHTTPTransport.handle_async_request = other  # type: ignore[method-assign,assignment]
        try:
            yield
        finally:
            httpx.HTTPTransport.handle_request = sync  # type: ignore[method-assign]
            httpx.AsyncHTTPTransport.handle_async_request = tasks  # type: ignore[method-assign]


@contextlib.contextmanager
def own_logging() -> Iterator[None]:
    """Let pages set logging up as they like: afterwards it is as it was."""
    root, ours = logging.getLogger(), logging.getLogger("wooclient")
    before, handlers = [(logger, logger.level) for logger in (root, ours)], root.handlers
    root.handlers = []  # `basicConfig(force=True)` closes those that it finds
    try:
        yield
    finally:
        root.handlers = handlers
        for logger, level in before:
            logger.setLevel(level)


@contextlib.contextmanager
def desk(network: Network) -> Iterator[dict[str, Any]]:
    """A folder and the names that a page begins with: `woo`, a client, and `store`, the mock store behind it."""
    store = network.store(SHOP)
    network.reset()
    given = {"WOO_URL": SHOP, "WOO_KEY": KEY, "WOO_SECRET": SECRET, "COLUMNS": "100", "WOO_WEBHOOK_SECRET": "s3cret"}
    before, environment = Path.cwd(), dict(os.environ)
    with tempfile.TemporaryDirectory() as folder, network.instead(), own_logging():
        os.chdir(folder)
        os.environ.update(given, WOOCLIENT_CONFIG=f"{folder}/stores.json")
        shutil.copy(certifi.where(), "shop-ca.pem")
        try:
            with WooClient(SHOP, key=KEY, secret=SECRET) as woo:
                yield {"woo": woo, "store": store, "__name__": "page"}
        finally:
            os.chdir(before)
            os.environ.clear()
            os.environ.update(environment)


class Leading(httpx.BaseTransport):
    """The network as a transport, for a command that would look the names of stores up."""

    def __init__(self, network: Network) -> None:
        self._network = network

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """The answer of the store that the request is for."""
        found: httpx.Response = self._network.of(request).handle_request(request)
        return found


def printed(sample: Sample, names: dict[str, Any]) -> str:
    """Run a block; what it prints."""
    out = io.StringIO()
    code = compile("\n" * sample.line + sample.code, str(sample.page), "exec", dont_inherit=True)
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        try:
            exec(code, names)
        except Exception:  # a page is gone through to its end, so that all its faults are seen
            print(traceback.format_exc(limit=-1))
    return out.getvalue()


def session(sample: Sample, network: Network) -> str:
    """Run the commands of a block; the block as it should be, with their output."""
    shown: list[str] = []
    for line, rest in _commands(sample.code):
        shown.append(f"$ {line}\n")
        if NOT_RUN.match(line):
            shown.append(rest)
            continue
        words = shlex.split(line.removesuffix(_SILENT))
        if words[0] != "wooclient":
            raise ValueError(f"{sample.place}: {line!r} is neither run nor named in NOT_RUN")
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            command(words[1:], World(Leading(network)))
        if not line.endswith(_SILENT):
            shown.append("".join(f"{row.rstrip()}\n" for row in out.getvalue().splitlines()))
    return "".join(shown)


def _commands(code: str) -> Iterator[tuple[str, str]]:
    """Each command of a block, with what the page shows below it."""
    for part in re.split(r"^\$ ", code, flags=re.MULTILINE)[1:]:
        line, _, rest = part.partition("\n")
        yield line, rest


def fits(real: str, told: str) -> bool:
    """Whether a page tells what was printed; `...` stands for what differs from run to run."""
    return re.fullmatch(re.escape(told).replace(r"\.\.\.", ".*"), real, re.DOTALL) is not None


def faults(page: Path, network: Network, *, fill: bool = False) -> list[str]:
    """Run a page from its beginning; where it prints something else than it says."""
    found: list[tuple[Sample, str]] = []
    with desk(network) as names:
        for sample in samples(page):
            if sample.title.startswith(ELSEWHERE) or sample.kind not in ("python", "console"):
                continue
            is_session = sample.kind == "console"
            real = session(sample, network) if is_session else printed(sample, names)
            if not fits(real, (sample.code if is_session else sample.output) or ""):
                found.append((sample, real))
    if fill:
        text = page.read_text("utf-8")
        for sample, real in reversed([one for one in found if one[0].shown[0] >= 0]):
            start, end = sample.shown
            text = text[:start] + indent(real, sample.indent) + text[end:]
        page.write_text(text, "utf-8")
    return [f"{sample.place}: prints\n{real}" for sample, real in found]


if __name__ == "__main__":
    shared = Network()
    given = [PAGES / one for one in sys.argv[1:] if not one.startswith("--")]
    for one in given or sorted(PAGES.rglob("*.md")):
        print(*faults(one, shared, fill="--fill" in sys.argv), sep="\n")
