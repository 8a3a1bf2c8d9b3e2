"""What `save` is given: is it a record that can be saved, and where does it stand in the store?"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar

from .models import Model, original, read_with, remember, to_wire
from .shapes import is_many, is_mapping, plain
from .writing import changes

if TYPE_CHECKING:
    from .operation import Operation

M = TypeVar("M", bound=Model)
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


def to_save(update: Operation[M], given: tuple[int | str | M, ...]) -> tuple[M, tuple[int | str, ...], dict[str, Any]]:
    """The model that `save` was given, the ids of the path that changes it, and its changes as keyword arguments.

    `given` is the model, and before it the ids of what it stands below, if the caller names them. Raises TypeError for
    anything else, and as `changes` does.
    """
    call, names = f"{update.id.rpartition('.')[0]}.save", _PLACEHOLDER.findall(update.path)
    *above, last = given or (None,)
    model = _model(update, last, call)
    changed = changes(update, model)
    parents = tuple(_id(one, call) for one in above) or tuple(_parents(update, model, names[:-1], call))
    if len(parents) != len(names) - 1:
        raise TypeError(f"{call}() takes {', '.join([*names[:-1], 'record'])}, or the record alone; got {len(given)}")
    return model, (*parents, _held(model, names[-1])), changed


def saved(model: Model) -> None:
    """Let `model` know that the store has what it holds now, so that it can be changed and saved further."""
    remember(model, json.dumps(plain(to_wire(model))).encode(), (), read_with(model))


def _model(update: Operation[M], given: object, call: str) -> M:
    """What was given as a model of the operation's kind."""
    kind: type[M] = update.answer_type()
    if isinstance(given, kind):
        return given
    what, hint = _told(given)
    wanted = kind.__name__
    if what == wanted:  # of another version of the API
        wanted, what = _full_name(kind), _full_name(type(given))
    raise TypeError(f"{call}() takes a {wanted} that was read from the store, not {what}; {hint}")


def _told(given: object) -> tuple[str, str]:
    """What somebody gave in place of a record, and what to do instead."""
    if isinstance(given, Model):
        return type(given).__name__, "save it through the resource that it was read from"
    if is_mapping(given):
        return "a mapping", "for that use update(id, name=value, ...)"
    if isinstance(given, int | str):
        return "an id", "for that use update(id, name=value, ...)"
    if is_many(given):
        return "several things", "save them one by one, or use batch(update=[{'id': ..., ...}])"
    return str(given) if given is None else type(given).__name__, "read it first, with get(id)"


def _full_name(kind: type) -> str:
    """The name of a model with that of its package, such as `v2.Product`."""
    package = kind.__module__.partition(".models.")[0].partition(".")[2]
    return f"{package}.{kind.__name__}"


def _id(given: object, call: str) -> int | str:
    if isinstance(given, int | str):
        return given
    raise TypeError(f"{call}() takes the record last, and before it only ids")


def _parents(update: Operation[Any], model: Model, names: list[str], call: str) -> list[int | str]:
    """The ids of what a record stands below: from the path that it was read with, or as it says itself."""
    read, told = read_with(model), (original(model) or {}).get(update.parent)
    known = {**({names[-1]: told} if names and told else {}), **read}
    missing = [name for name in names if name not in known]
    if missing:
        named = ", ".join([*names, "record"])
        raise TypeError(f"{call}(): this {type(model).__name__} does not know its {missing[0]}; call save({named})")
    return [known[name] for name in names]


def _held(model: Model, wire: str) -> Any:
    """What a model holds under a name of the store's."""
    name = next(name for name, field in type(model).model_fields.items() if (field.alias or name) == wire)
    return getattr(model, name)
