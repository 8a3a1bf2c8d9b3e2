"""A new resource: its files, with what a first build asks for, and its line in the list of the root."""

from __future__ import annotations

import re
from pathlib import Path

from woospec.families import ROOT, families
from woospec.load import load
from woospec.naming import pascal, singular
from woospec.problems import Problems
from woospec.rules.files import FOLDER

_PATHS = """\
resources:
  {name}: What the store keeps as {words}.
paths:
  /{name}:
    x-since: {version}
    get:
      operationId: {name}.list
      summary: List {words}
      description: One page of {words}.
      parameters:
        - $ref: ../../common/parameters.yaml#/page
        - $ref: ../../common/parameters.yaml#/per_page
      x-paging: pages
      responses:
        "200":
          description: The {words} of this page.
          content: {{application/json: {{schema: {{type: array, items: {{$ref: schemas.yaml#/{schema}}}}}}}}}
      x-errors: {{}}
  /{name}/{{id}}:
    x-since: {version}
    parameters:
      - $ref: ../../common/parameters.yaml#/id
    get:
      operationId: {name}.get
      summary: Get one of the {words}
      description: Reads one of the {words}.
      responses:
        "200":
          description: The one that has this number.
          content: {{application/json: {{schema: {{$ref: schemas.yaml#/{schema}}}}}}}
      x-errors: {{}}
"""
_SCHEMAS = """\
{schema}:
  type: object
  description: One of the {words}.
  properties:
    id:
      type: integer
      readOnly: true
      description: Number the store gave it.
    name:
      type: string
      description: What it is called.
"""
_EXAMPLES = """\
{name}.list:
  response:
    - &first {{id: 1, name: The first one}}
{name}.get:
  response: *first
"""
_LIST = re.compile(r"^resources:\n(?:  - \S+\n)+", re.MULTILINE)


def new_resource(spec: Path, name: str) -> list[Path]:
    """Write the files of a resource and list it; what was written. Raises ValueError if that cannot be."""
    if not FOLDER.match(name):
        raise ValueError(f"{name!r} is no name for a resource: write lower case letters, digits and _")
    folder, root = spec / "resources" / name, spec / ROOT
    if folder.exists():
        raise ValueError(f"there is {folder} already")
    text = root.read_text("utf-8")
    listed = _LIST.search(text)
    family = families(load(spec, Problems())).get("")
    if listed is None or family is None:
        raise ValueError(f"{root} has no versions, or no list of resources with one name a line")
    values = {
        "name": name,
        "words": name.replace("_", " "),
        "schema": pascal(singular(name)),
        "version": family.newest.step,
    }
    folder.mkdir(parents=True)
    made = {"paths.yaml": _PATHS, "schemas.yaml": _SCHEMAS, "examples.yaml": _EXAMPLES}
    for file, template in made.items():
        (folder / file).write_text(template.format(**values), "utf-8")
    root.write_text(f"{text[: listed.end()]}  - {name}\n{text[listed.end() :]}", "utf-8")
    return [*(folder / file for file in made), root]
