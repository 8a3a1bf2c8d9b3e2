"""The pictures of README: real output of our commands, photographed by a browser.

After `make docs`, `PYTHONPATH=tests .venv/bin/python tests/site/pictures.py` writes them to templates/site/pictures.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import needs
from browser import Browser, browser

ROOT = Path(__file__).parents[2]
OUT = ROOT / "templates" / "site" / "pictures"
KEY, SECRET = "ck_" + "1" * 40, "cs_" + "2" * 40
_READY = re.compile(r"Mock store ready: (\S+)")
_PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #f3f4f6; font: 15px/1.5 'DejaVu Sans Mono', monospace }}
div {{ margin: 28px; border-radius: 10px; background: #171a21; color: #d7dce5; overflow: hidden }}
header {{ padding: 12px 16px; background: #232733; display: flex; gap: 8px }}
header i {{ width: 12px; height: 12px; border-radius: 50%; background: #4b5262 }}
pre {{ margin: 0; padding: 18px 22px 24px; font: inherit; white-space: pre-wrap }}
b {{ color: #fff }} .good {{ color: #7ee2a8 }} .bad {{ color: #ff8f8f }}
.hint {{ color: #ffd479; display: inline-block; box-sizing: border-box }}
</style><div id="all"><header><i></i><i></i><i></i></header><pre>{text}</pre></div>"""
#: How lines of the terminal are coloured, by how they begin.
_COLOURS = (("$", "b", ""), ("✓", "span", "good"), ("✗", "span", "bad"), ("  ", "span", "hint"))


@contextmanager
def shop(*options: str) -> Iterator[dict[str, str]]:
    """A mock store behind TLS, as the environment that leads the command to it."""
    with tempfile.TemporaryDirectory() as folder:
        authority = f"{folder}/ca.pem"
        command = [sys.executable, "-m", "wooclient", "mock", "--port", "0", "--tls", "--ca-file", authority]
        command += ["--key", KEY, "--secret", SECRET, *options]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            ready = next(filter(None, map(_READY.match, process.stdout)))
            try:
                yield {"WOO_URL": ready[1], "WOO_KEY": KEY, "WOO_SECRET": SECRET, "CA": authority}
            finally:
                process.terminate()


def run(arguments: str, given: dict[str, str], *more: str) -> str:
    """What the command prints, errors too."""
    command = [sys.executable, "-m", "wooclient", *arguments.split(), *more]
    environment = {**os.environ, **given, "COLUMNS": "96", "NO_PROXY": "127.0.0.1"}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout


def terminal(tab: Browser, place: Path) -> None:
    """A doctor who finds the cause, and a change that is shown before it is made."""
    lines: list[str] = []
    with shop("--profile", "stripped_authorization") as given:
        found = run("doctor", given, "--ca-file", given["CA"]).splitlines()
        first = next(i for i, line in enumerate(found) if line.startswith("✗"))
        lines += ["$ wooclient doctor", *found[1:4], "...", *found[first : first + 3], ""]
    for command in (
        "list products type=simple --fields id,sku,price --limit 3",
        "update products 101 regular_price=49.50 --dry-run",
    ):
        lines += [f"$ wooclient {command}", *run(f"{command} --mock", {}).splitlines(), ""]
    text = "\n".join(_coloured(line) for line in lines[:-1])
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_text(_PAGE.format(text=text), "utf-8")
        tab.look(1290, dark=True, height=900)
        tab.open(page.as_uri())
        height = tab.ask("document.getElementById('all').getBoundingClientRect().bottom + 28")
        tab.picture(place, clip={"x": 0, "y": 0, "width": 1290, "height": height})


def _coloured(line: str) -> str:
    text = line.lstrip()
    for beginning, tag, kind in _COLOURS:
        if line.startswith(beginning):  # what is indented stays so where its line breaks
            style = f"padding-left: {len(line) - len(text)}ch"
            return f'<{tag} class="{kind}" style="{style}">{html.escape(text)}</{tag}>'
    return html.escape(line)


def report(tab: Browser, place: Path) -> None:
    """The contract suite's report on a store whose plugin sends prices as numbers."""
    with tempfile.TemporaryDirectory() as folder, shop("--profile", "price_as_number") as given:
        options = ["--url", given["WOO_URL"], "--ca-file", given["CA"], "--versions", "v3", "--report", folder]
        run("contract", given, *options)
        tab.look(1200, dark=False, height=720)
        tab.open((Path(folder) / "report.html").as_uri())
        tab.ask("document.querySelector('details').open = true")
        tab.picture(place)


def documentation(tab: Browser, place: Path) -> None:
    """A guide of the site."""
    tab.look(1280, dark=False, height=860)
    tab.open((needs.documentation() / "guides" / "pages.html").as_uri())
    tab.picture(place)


def main() -> None:
    """Take all pictures, or those that are named."""
    OUT.mkdir(exist_ok=True)
    assert needs.CHROMIUM is not None
    with browser(needs.CHROMIUM) as tab:
        for take in (terminal, report, documentation):
            if take.__name__ in sys.argv[1:] or not sys.argv[1:]:
                take(tab, OUT / f"{take.__name__}.png")


if __name__ == "__main__":
    main()
