"""Import lines of a generated module, sorted the way isort and ruff leave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from woospec.text import WIDTH, block


def import_lines(wanted: Mapping[str, Iterable[str]], indent: int = 0) -> list[str]:
    """`from module import names` lines, modules and names in order; empty modules are left out."""
    return [
        _line(module, sorted(set(names), key=_order), indent) for module, names in sorted(wanted.items()) if set(names)
    ]


def _order(name: str) -> tuple[int, str]:
    """Constants, then classes, then functions, as isort's default does."""
    kind = 0 if name.isupper() else 1 if name[:1].isupper() else 2
    return kind, name


def _line(module: str, names: list[str], indent: int) -> str:
    head = f"from {module} import "
    one = f"{head}{', '.join(names)}"
    return one if indent + len(one) <= WIDTH else block(head, names, indent, always=True)
