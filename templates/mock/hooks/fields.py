"""Fields of forms: settings of the shop, of gateways and of shipping methods, with the checks that they share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .. import kses, schema, text
from ..description import Json
from ..errors import Crashed, Refused
from ..kinds import is_list, is_map, members


def checked(field: Json, value: Any) -> Any:
    """A value as a field keeps it; raises if the field cannot have it."""
    match field.get("type"):
        case "select" | "radio":
            options = flat(field.get("options"))
            if is_map(value) or is_list(value):
                raise Crashed("A choice is a text.")
            if text.scalar_text(value) not in options:
                raise _refused()
            return text.scalar_text(value)
        case "multiselect":
            return _chosen(field, value)
        case "checkbox":
            # To PHP, `true` is as good as "yes"; it is kept as it came.
            if value in ("yes", "no") or value is True:
                return value
            if not value:
                return "no" if field.get("default") is None else field["default"]
            raise _refused()
        case "image_width":
            return _sizes(field, value)
        case _:
            if is_map(value) or is_list(value):
                raise Crashed("A setting of this type is a text.")
            return _cleaned(text.scalar_text(value))


def filled(fields: Mapping[str, Json], sent: Any) -> dict[str, Json]:
    """Fields with the values that were sent; names that are no field's are passed over."""
    found = {name: dict(field) for name, field in fields.items()}
    for name, field in found.items():
        value = members(sent).get(name)
        if value is not None:
            field["value"] = checked(field, value)
    return found


def field(name: str, label: str, kind: str = "text", default: str = "", options: Json | None = None) -> Json:
    """A field with its default value."""
    found: Json = {
        "id": name, "label": label, "description": "", "type": kind, "value": default, "default": default, "tip": "",
        "placeholder": "",
    }  # fmt: skip
    return {**found, "options": options} if options else found


def flat(options: Any) -> list[str]:
    """The values that one can choose from; some stand in groups."""
    found: list[str] = []
    for name, option in members(options).items():
        found += flat(option) if is_map(option) else [str(name)]
    return found


def _chosen(field: Json, value: Any) -> list[str]:
    if not value:
        return []
    if not is_list(value):
        raise _refused()
    options = flat(field.get("options"))
    if any(is_map(item) or is_list(item) for item in value):
        raise Crashed("A choice is a text.")
    return [str(item) for item in value if str(item) in options]


def _sizes(field: Json, value: Any) -> Json:
    if not is_map(value):
        raise _refused()
    found = dict(members(field.get("value")))
    for name in ("width", "height", "crop"):
        if name in value:
            found[name] = bool(value[name]) if name == "crop" else schema.to_int(value[name])
    return found


def _cleaned(value: str) -> str:
    """Harmless markup stays, backslashes do not."""
    return kses.cleaned(re.sub(r"\\(.?)", r"\1", value, flags=re.DOTALL).strip(" \t\n\r\0\x0b"))


def _refused() -> Refused:
    return Refused(400, "rest_setting_value_invalid", "This setting cannot have this value.")
