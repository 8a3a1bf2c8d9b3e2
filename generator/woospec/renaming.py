"""The name of the package: what imports, commands, distributions, logs and requests call it."""

from __future__ import annotations

import keyword
import re
import sys

#: What the templates call it.
PACKAGE = "wooclient"
#: Where it stands as a word of its own; the page of our own package on the index of packages stays what it is.
_WORD = re.compile(rf"(?<![A-Za-z0-9_])(?<!project/){PACKAGE}(?![A-Za-z0-9])")
_CAPITALS = re.compile(rf"\b(_?){PACKAGE.upper()}(?=_)")
_LEGAL = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*\Z")
#: Files in which it is a name; others hold data.
_NAMING = (".py", ".md", ".toml")
_LONGEST = 40
#: Packages that ours needs, or that stand in its way.
_TAKEN = frozenset(
    {"woospec", "woocommerce", "httpx", "pydantic", "sniffio", "click", "rich", "pytest", "jsonschema_rs"}
)


def check_package(name: str) -> None:
    """Raise ValueError for what cannot be the name of the package."""
    if not _LEGAL.match(name) or len(name) > _LONGEST or keyword.iskeyword(name):
        raise ValueError(f"{name!r} cannot be a package; write lower case letters, digits and _, such as acme_woo")
    if name in _TAKEN or name in sys.stdlib_module_names:
        raise ValueError(f"{name} is another package; choose a name that is not taken, such as acme_woo")


def renamed(files: dict[str, str], package: str) -> dict[str, str]:
    """Files of the output in which the package has another name."""
    if package == PACKAGE:
        return files
    return {_path(path, package): _text(path, text, package) for path, text in files.items()}


def _path(path: str, package: str) -> str:
    first, slash, rest = path.partition("/")
    return f"{package}{slash}{rest}" if first == PACKAGE else path


def _text(path: str, text: str, package: str) -> str:
    if not path.endswith(_NAMING):
        return text
    return _CAPITALS.sub(lambda found: found[1] + package.upper(), _WORD.sub(package, text))
