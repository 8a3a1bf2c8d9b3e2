"""What resources there are and what can be done with each, as the package's own operations say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, NotRequired, Required, TypeVar, Union, get_args, get_origin

import click

from wooclient._runtime.inputs import Clear, hints_of, typed_dict
from wooclient._runtime.operation import Operation
from wooclient._runtime.registry import NEWEST, operations
from wooclient._runtime.words import nearest
from wooclient._versions import VERSIONS, Known

F = TypeVar("F", bound=Callable[..., Any])
#: The path before the operations of the version that a client speaks by itself.
PREFIX = NEWEST.prefix
#: Where click keeps which version a command was asked for.
_ASKED = "wooclient.version"
#: The verbs that commands have, in the order in which they are listed.
VERBS = ("get", "list", "create", "update", "delete", "batch")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Resource:
    """A group of operations of one version, such as `products.variations`."""

    name: str
    version: Known
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
def resources(version: Known = NEWEST) -> dict[str, Resource]:
    """All resources of a version by name."""
    found: dict[str, Resource] = {}
    for operation in operations(version.name):
        name, _, verb = operation.id.rpartition(".")
        if verb in VERBS:
            found.setdefault(name, Resource(name, version)).operations[verb] = operation
    return dict(sorted(found.items()))


def resource(name: str, version: Known = NEWEST) -> Resource:
    """The resource of this name, also written with slashes. Raises UsageError that names the nearest one."""
    wanted, known = name.replace("/", ".").replace("-", "_"), resources(version)
    if wanted in known:
        return known[wanted]
    close, other = nearest(wanted, known), "" if version is NEWEST else f" --version {version.name}"
    hint = f"did you mean {close!r}?" if close else f"`wooclient resources{other}` lists all"
    raise click.UsageError(f"there is no resource {name!r}{f' in {version.name}' if other else ''}; {hint}")


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
        return value if isinstance(value, Resource) else resource(str(value), asked_version(ctx))

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        """The resources whose names begin as what was typed."""
        from click.shell_completion import CompletionItem

        return [CompletionItem(name) for name in resources(asked_version(ctx)) if name.startswith(incomplete)]


def asked_version(ctx: click.Context | None) -> Known:
    """The version that a command was asked for; the newest if it was not asked for one."""
    found: Known = NEWEST if ctx is None else ctx.meta.get(_ASKED, NEWEST)
    return found


def _note_version(ctx: click.Context, param: click.Parameter, value: str) -> None:
    ctx.meta[_ASKED] = next(known for known in VERSIONS if known.name == value)


#: Read before the resource, whose operations it decides on.
VERSION = click.option(
    "--version", default=NEWEST.name, show_default=True, type=click.Choice([known.name for known in VERSIONS]),
    is_eager=True, expose_value=False, callback=_note_version, help="Version of the API.",
)  # fmt: skip


def takes_resource(command: F) -> F:
    """Give a command the argument for a resource, and the option for its version."""
    return click.argument("resource", type=ResourceName())(VERSION(command))


def spoken(hint: Any) -> str:
    """What a declared type takes, for people: words, `a number`, `a list`."""
    if hint is None or hint is type(None):
        return "null"
    if get_origin(hint) is Literal:
        return " ".join(str(word).lower() if isinstance(word, bool) else str(word) for word in get_args(hint))
    if get_origin(hint) in (Annotated, Required, NotRequired):
        return _MARKED.get(next(iter(getattr(hint, "__metadata__", ())), ""), "") or spoken(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        texts = [spoken(part) for part in get_args(hint)]
        return " or ".join(dict.fromkeys(text for text in texts if text))
    if get_origin(hint) is Sequence:
        return f"list of {spoken(get_args(hint)[0])}"
    return _SPOKEN.get(hint, "object" if typed_dict(hint) is not None else "any")


_SPOKEN: dict[Any, str] = {str: "text", int: "number", bool: "true false", float: "number", Clear: ""}
_MOMENTS = ("local", "utc", "with-offset", "without-offset", "moment", "utc-moment", "sql-moment")
_MARKED = {
    "decimal": "decimal", "decimal-from-0": "decimal", "tax-rate": "decimal",
    "number": "number", "quantity": "number", "date": "date",
    "clear": "", "fields": "names of fields", "comma-list": "list",
    **dict.fromkeys(_MOMENTS, "date and time"),
}  # fmt: skip
