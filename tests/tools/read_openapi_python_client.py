"""Read every example of a document through the client that openapi-python-client made of it, and write it back.

Arguments: the document, the folder of the package.
"""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any, get_args, get_type_hints

import httpx
from examples import Example, examples, told


class Client:
    """The package that was made."""

    def __init__(self, folder: Path) -> None:
        sys.path.insert(0, str(folder.parent))
        self.name = folder.name
        self.client = importlib.import_module(f"{self.name}.client").Client(
            base_url="https://store.example", raise_on_unexpected_status=True
        )
        self.modules = {
            file.stem: f"{self.name}.api.{file.parent.name}.{file.stem}" for file in folder.rglob("api/*/*.py")
        }

    def read(self, example: Example) -> Any:
        """What it makes of an example, as JSON again."""
        module = importlib.import_module(self.modules[example.operation.replace(".", "_")])
        if example.status:
            answer = httpx.Response(int(example.status), json=example.value)
            return _written(module._parse_response(client=self.client, response=answer))
        body = get_type_hints(module._get_kwargs)["body"]
        kinds = [kind for kind in (body, *get_args(body)) if hasattr(kind, "from_dict")]
        values = example.value if isinstance(example.value, list) else [example.value]
        kinds = kinds or [kind for kind in get_args(get_args(body)[0]) if hasattr(kind, "from_dict")]
        read = [kinds[0].from_dict(value).to_dict() for value in values]
        return read if isinstance(example.value, list) else read[0]


def _written(value: Any) -> Any:
    if isinstance(value, list):
        return [_written(one) for one in value]
    return value.to_dict() if hasattr(value, "to_dict") else value


def main(document: str, folder: str) -> None:
    """Tell what is refused or comes back changed."""
    client, read, refused = Client(Path(folder)), 0, list[str]()
    for example in examples(document):
        try:
            again = client.read(example)
            if json.dumps(again, sort_keys=True) != json.dumps(example.value, sort_keys=True):
                refused.append(f"{example.operation} {example.status}: comes back changed")
            read += 1
        except Exception as error:
            refused.append(f"{example.operation} {example.status}: {type(error).__name__} {str(error)[:200]}")
    told(read, refused)


if __name__ == "__main__":
    main(*sys.argv[1:])
