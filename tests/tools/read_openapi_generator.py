"""Read every example of a document through the Python client that openapi-generator made of it.

Arguments: the document, the folder of the client.
"""

from __future__ import annotations

import importlib
import json
import re
import sys
from pathlib import Path
from typing import Any

from examples import Example, examples, told

_METHOD = re.compile(
    r"def (\w+)_with_http_info\((.*?)_response_types_map: Dict\[str, Optional\[str\]\] = \{(.*?)\}", re.DOTALL
)


class Client:
    """The client: how it reads an answer, and the class that it has for a body."""

    def __init__(self, folder: Path) -> None:
        sys.path.insert(0, str(folder))
        self.package: Any = importlib.import_module("openapi_client")
        self.api = self.package.ApiClient()
        sources = [file.read_text("utf-8") for file in (folder / "openapi_client" / "api").glob("*_api.py")]
        #: By method, its parameters as text and the type of each status.
        self.methods = {
            name: (signature.split("_request_timeout")[0], dict(re.findall(r"'(\w+)': \"([^\"]*)\"", types)))
            for source in sources
            for name, signature, types in _METHOD.findall(source)
        }

    def read(self, example: Example) -> None:
        """Read it; raises whatever the client raises."""
        signature, types = self.methods[example.operation.replace(".", "_")]
        if example.status:
            self.api.deserialize(json.dumps(example.value), types[example.status], "application/json")
            return
        named = [name for name in re.findall(r"\b[A-Z]\w+\b", signature) if hasattr(self.package, name)]
        kind = getattr(self.package, named[-1])
        for value in example.value if isinstance(example.value, list) else [example.value]:
            if kind.from_dict(value) is None:
                raise ValueError("nothing was read")


def main(document: str, folder: str) -> None:
    """Tell what is refused, and why."""
    client, read, refused = Client(Path(folder)), 0, list[str]()
    for example in examples(document):
        try:
            client.read(example)
            read += 1
        except Exception as error:
            refused.append(f"{example.operation} {example.status}: {type(error).__name__} {str(error)[:200]}")
    told(read, refused)


if __name__ == "__main__":
    main(*sys.argv[1:])
