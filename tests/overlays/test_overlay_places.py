"""What overlays bring goes to modules that can import each other, whatever file the records are described in."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from building import BASE
from overlays.laying import laid, validated
from woospec.validate import Validation

FOCUS: dict[str, Any] = {"type": "object", "properties": {"x": {"type": "integer"}}}
PART = {"target": "$.components.schemas['ThingPart','ThingPartInput'].properties"}
THING = {"target": "$.components.schemas['Thing','ThingCreate','ThingUpdate'].properties"}


@pytest.fixture(scope="module")
def validation(tmp_path_factory: pytest.TempPathFactory) -> Validation:
    """A description whose parts of things stand in a file of their own, as modules of the client do then."""
    spec = Path(shutil.copytree(BASE, tmp_path_factory.mktemp("parted") / "spec"))
    schemas = spec / "resources/things/schemas.yaml"
    text = schemas.read_text()
    begin, end = text.index("ThingPart:\n"), text.index("ThingUpdate:")
    (schemas.parent / "parts.yaml").write_text(text[begin:end])
    schemas.write_text((text[:begin] + text[end:]).replace('"#/ThingPart"', "parts.yaml#/ThingPart"))
    return validated(spec)


@pytest.mark.parametrize(
    "actions",
    [
        [{**PART, "update": {"focus": FOCUS}}],
        [{**THING, "update": {"focus": FOCUS}}, {**PART, "update": {"focus": FOCUS}}],
        [
            {"target": "$.components.schemas", "update": {"Focus": FOCUS}},
            *({**one, "update": {"focus": {"$ref": "#/components/schemas/Focus"}}} for one in (THING, PART)),
        ],
    ],
    ids=["inside of a part", "in both", "shared by both"],
)
def test_modules_do_not_need_each_other(actions: Any, validation: Validation, tmp_path: Path) -> None:
    problems = laid(validation, tmp_path, *actions)
    assert not problems, [*problems]
