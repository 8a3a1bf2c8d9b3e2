"""The Python on pages as modules that a type checker can read: what a reader copies has to hold there too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

#: What every page takes as there: a client, and the mock store behind it.
GIVEN = """\
from wooclient import WooClient
from wooclient.mock import MockStore
woo: WooClient
store: MockStore
"""
#: What a page leaves to its readers: their own functions, files and models.
THEIRS = {
    "SENDING": """\
from typing import IO, Any
from wooclient import BatchOutcome
from wooclient.v3 import Product, ProductBatchItem
file: IO[str]
rows: list[ProductBatchItem]
def note(outcome: BatchOutcome[Product]) -> None: ...
def save(outcomes: tuple[BatchOutcome[Any], ...]) -> None: ...
def look_at(items: object) -> None: ...
""",
    "README": """\
from http.server import BaseHTTPRequestHandler
request: BaseHTTPRequestHandler
body: bytes
secret: str
""",
    "ROUTES": "import pydantic\nclass Thing(pydantic.BaseModel): ...\n",
}
#: Lines that pages show because they are refused: some by a type checker too.
REFUSED = {'woo.products.create(nmae="Mug")', 'woo.orders.list(state="processing")'}
#: How `mypy` is asked: names are used for different things from block to block, and some libraries are not typed or not
#: here.
SETTINGS = """\
[mypy]
strict = true
allow_redefinition = true
[mypy-django.*,dlt.*,distributed.*,pyspark.*,pandas.*]
ignore_missing_imports = true
[mypy-wooclient.dlt.*,app_django]
disallow_untyped_decorators = false
"""
#: What the dots of `WooClient(..., option=value)` stand for.
_WHOLE = 'WooClient("https://shop.example", key="ck_...", secret="cs_...", '
_BLOCK = re.compile(
    r"^(?P<indent> *)```python(?P<words>[^\n]*)\n(?P<code>.*?)^(?P=indent)```\n", re.DOTALL | re.MULTILINE
)
_TITLE = re.compile(r'title="((?:app|with)_[a-z]+)')


def write_modules(pages: list[Path], folder: Path) -> dict[str, str]:
    """Lay the code of pages into a folder; the texts of the files by their names."""
    found: dict[str, str] = {}
    for number, page in enumerate(pages):
        for name, text in _modules(page):
            found[f"{name}.py" if f"{name}.py" not in found else f"{name}_{number}.py"] = text
    for name, text in found.items():
        (folder / name).write_text(text, "utf-8")
    return found


def refused(texts: dict[str, str]) -> set[tuple[str, int]]:
    """The files and lines of the code that a type checker has to refuse."""
    lines = ((name, number, line) for name, text in texts.items() for number, line in enumerate(text.splitlines(), 1))
    return {(name, number) for name, number, line in lines if line.strip() in REFUSED}


def _modules(page: Path) -> Iterator[tuple[str, str]]:
    """Names and texts of the modules on a page: its programs each by itself, the rest together, from top to bottom."""
    stem = re.sub(r"\W", "_", page.stem)
    rest = ""
    for block in _BLOCK.finditer(page.read_text("utf-8")):
        indent = len(block["indent"])
        code = "".join(line[indent:] or "\n" for line in block["code"].splitlines(keepends=True))
        title = _TITLE.search(block["words"])
        if title:
            yield title[1], code
        else:
            rest += code.replace("WooClient(..., ", _WHOLE)
    if rest:
        yield f"page_{stem}", f"{GIVEN}{THEIRS.get(stem, '')}{rest}"
