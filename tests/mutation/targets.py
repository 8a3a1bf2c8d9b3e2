"""What is broken: the modules that hold money, keys, safety and truth, and how much of it has to be noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

#: Where a file of `templates/` is imported from.
_INSTALLED = {"templates/runtime": "generated/wooclient/_runtime", "templates/mock": "generated/wooclient/mock",
              "templates/contract": "generated/wooclient/contract",
              "templates/compat": "generated/wooclient/compat"}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """A part of the code with a bar of its own.

    Attributes:
        name: How the table calls it.
        wanted: How many mutants in a hundred have to be noticed.
        rate: The share of its mutants that a whole run takes: some 1,400 of all parts together.
        patterns: The files, relative to the project.
    """

    name: str
    wanted: int
    rate: float
    patterns: tuple[str, ...]

    def files(self, root: Path) -> list[str]:
        """The files, in order."""
        found = {path for pattern in self.patterns for path in root.glob(pattern)}
        return sorted(path.relative_to(root).as_posix() for path in found if path.stat().st_size)


def _in(folder: str, names: str) -> tuple[str, ...]:
    return tuple(f"{folder}/{name}.py" for name in names.split())


PARTS = (
    Part("runtime", 95, 0.07, (*_in("templates/runtime", "*"), *_in("templates/compat", "*"))),
    Part(
        "generator",
        92,
        0.0425,
        (
            *_in("generator/woospec", "load resolve select expand errors examples validate parse types formats naming"),
            *_in("generator/woospec", "annotate text render emit build store known unlike references inputs rules/*"),
        ),
    ),
    Part(
        "mock",
        92,
        0.055,
        (
            *_in("templates/mock", "money dates lists listing auth deliveries legacy/* legacy/*/*"),
            *_in("templates/mock/hooks", "orders/* coupons taxes products/pricing products/sync"),
        ),
    ),
    Part(
        "contract",
        95,
        0.2,
        (
            *_in("templates/contract/safety", "guarding owning sweeping journal masking"),
            *_in("templates/contract", "described/releasing calls/checking running/run report/comparing"),
        ),
    ),
)


def installed(file: str) -> str:
    """The file that Python imports where `file` stands in `templates/`; `file` itself elsewhere."""
    for folder, place in _INSTALLED.items():
        if file.startswith(f"{folder}/"):
            return place + file.removeprefix(folder)
    return file


def module(file: str) -> str:
    """The name under which Python imports `file`."""
    dotted = installed(file).removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return dotted.removeprefix("generated.").removeprefix("generator.")


def all_files(root: Path) -> Iterator[tuple[Part, str]]:
    """Every file that is broken, with its part."""
    for part in PARTS:
        for file in part.files(root):
            yield part, file
