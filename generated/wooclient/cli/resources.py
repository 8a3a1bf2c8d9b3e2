"""What resources there are and what can be done with each, as the package's own operations say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired, Required, Union, get_args, get_origin

import click

from wooclient._runtime.inputs import Clear, hints_of, typed_dict
from wooclient._runtime.operation import Operation
from wooclient._runtime.registry import NEWEST, operations
from wooclient._runtime.words import nearest

#: The version that a client speaks by itself, and the path before its operations.
VERSION, PREFIX = NEWEST.name, NEWEST.prefix
#: The verbs that commands have, in the order in which they are listed.
VERBS = ("get", "list", "create", "update", "delete", "batch")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Resource:
    """A group of operations, such as `products.variations`."""

    name: str
    operations: dict[str, Operation[Any]] = field(default_factory=dict[str, Operation[Any]])

    def operation(self, verb: str) -> Operation[Any]:
        """The operation of this verb. Raises UsageError that names those there are."""
        if verb not in self.operations:
            known = [one for one in VERBS if one in self.operations]
            raise click.UsageError(
                f"{self.name} has no `{verb}`; it has {', '.join(known) or 'nothing for this command'}"
            )
        return self.operations[verb]

    def find(self, verb: str) -> Operation[Any] | None:
        """The operation of this verb; None if there is none."""
        return self.operations.get(verb)


@cache
def resources() -> dict[str, Resource]:
    """All resources by name."""
    found: dict[str, Resource] = {}
    for operation in operations(VERSION):
        name, _, verb = operation.id.rpartition(".")
        if verb in VERBS:
            found.setdefault(name, Resource(name)).operations[verb] = operation
    return dict(sorted(found.items()))


def resource(name: str) -> Resource:
    """The resource of this name, also written with slashes. Raises UsageError that names the nearest one."""
    wanted, known = name.replace("/", ".").replace("-", "_"), resources()
    if wanted in known:
        return known[wanted]
    close = nearest(wanted, known)
    hint = f"did you mean {close!r}?" if close else "`wooclient resources` lists all"
    raise click.UsageError(f"there is no resource {name!r}; {hint}")


def placeholders(operation: Operation[Any]) -> list[str]:
    """The names of the ids that an operation's path holds."""
    return _PLACEHOLDER.findall(operation.path)


def check_ids(operation: Operation[Any], ids: tuple[str, ...]) -> tuple[int | str, ...]:
    """The ids for an operation's path. Raises UsageError if there are too few or too many."""
    names = placeholders(operation)
    if len(ids) != len(names):
        wanted = " ".join(name.upper() for name in names) or "no id"
        raise click.UsageError(f"{operation.id} takes {wanted}; given: {' '.join(ids) or 'none'}")
    return tuple(int(one) if one.isascii() and one.isdigit() and not one.startswith("0") else one for one in ids)


def parameters(operation: Operation[Any]) -> dict[str, Any]:
    """The declared types of all that a call takes by name: those of its query, and of its body."""
    kinds = [kind for kind in (operation.query_type(), operation.body_type()) if kind is not None]
    return {name: hint for kind in kinds for name, hint in hints_of(kind).items()}


if TYPE_CHECKING:
    _Type = click.ParamType[Resource]
else:  # releases before 8.4 have no type arguments
    _Type = click.ParamType


class ResourceName(_Type):
    """The name of a resource, with completion."""

    name = "resource"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Resource:
        """The resource itself."""
        return value if isinstance(value, Resource) else resource(str(value))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The resources whose names begin as what was typed."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in resources() if name.startswith(incomplete)]


RESOURCE = click.argument("resource", type=ResourceName())


def spoken(hint: Any) -> str:
    """What a declared type takes, for people: words, `a number`, `a list`."""
    if hint is None or hint is type(None):
        return "null"
    if get_origin(hint) is Literal:
        return " ".join(map(str, get_args(hint)))
    if get_origin(hint) in (Annotated, Required, NotRequired):
        return _MARKED.get(next(iter(hint.__metadata__), ""), "") or spoken(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        texts = [spoken(part) for part in get_args(hint)]
        return " or ".join(dict.fromkeys(text for text in texts if text))
    if get_origin(hint) is Sequence:
        return f"list of {spoken(get_args(hint)[0])}"
    return _SPOKEN.get(hint, "object" if typed_dict(hint) is not None else "any")


_SPOKEN: dict[Any, str] = {str: "text", int: "number", bool: "true false", float: "number", Clear: ""}
_MOMENTS = ("local", "utc", "with-offset", "without-offset", "moment", "utc-moment", "sql-moment")
_MARKED = {
    "decimal": "decimal", "tax-rate": "decimal", "number": "number", "quantity": "number", "date": "date",
    "clear": "", "fields": "names of fields", "comma-list": "list",
    **dict.fromkeys(_MOMENTS, "date and time"),
}  # fmt: skip
