"""Read every example of a document with the models that datamodel-code-generator made of it.

Arguments: the document, the module.
"""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType
from typing import Any, Union

from examples import Json, examples, told
from pydantic import TypeAdapter


def kind(models: ModuleType, schema: Json) -> Any:
    """The type of a body: models have names, what stands around them has none."""
    if "$ref" in schema:
        return getattr(models, schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return Union[tuple(kind(models, one) for one in schema["anyOf"])]  # noqa: UP007 - made at run time
    return list[kind(models, schema["items"])] if schema.get("type") == "array" else Any  # type: ignore[misc]


def main(document: str, module: str) -> None:
    """Tell what is refused, and why."""
    spec = importlib.util.spec_from_file_location("models", module)
    assert spec is not None
    assert spec.loader is not None
    models = importlib.util.module_from_spec(spec)
    sys.modules["models"] = models
    spec.loader.exec_module(models)
    read, refused = 0, list[str]()
    for example in examples(document):
        try:
            TypeAdapter(kind(models, example.schema)).validate_python(example.value)
            read += 1
        except Exception as error:
            refused.append(f"{example.operation} {example.status}: {type(error).__name__} {str(error)[:300]}")
    told(read, refused)


if __name__ == "__main__":
    main(*sys.argv[1:])
