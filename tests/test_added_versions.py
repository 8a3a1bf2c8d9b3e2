"""Versions are data: two more of them in the description, and the generator as it is."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import new_words
import page_code
import yaml_text
from building import PROJECT, TEMPLATES, replace, woospec
from checked_by_mypy import mypy

#: Three operations of an experimental version, beside the paths of the settled ones.
TRIED = """\
paths:
  /products:
    x-since: v4
    get:
      operationId: products.list
      summary: List products
      description: One page of products.
      parameters:
        - $ref: ../../common/parameters.yaml#/page
        - $ref: ../../common/parameters.yaml#/per_page
        - $ref: ../../common/parameters.yaml#/order
        - {name: orderby, in: query, description: What to sort by., schema: {type: string, x-known-values: [title]}}
        - {name: status, in: query, description: In which status., schema: {type: string, enum: [any, publish]}}
      x-paging: pages
      responses:
        "200":
          description: The products of this page.
          content: {application/json: {schema: {type: array, items: {$ref: schemas.yaml#/Product}}}}
      x-errors: {}
    post:
      operationId: products.create
      summary: Create a product
      description: Adds a product.
      requestBody: {required: true, content: {application/json: {schema: {$ref: schemas.yaml#/ProductCreate}}}}
      responses:
        "201":
          description: The new product.
          content: {application/json: {schema: {$ref: schemas.yaml#/Product}}}
      x-errors: {}
  /products/{id}:
    x-since: v4
    parameters:
      - $ref: ../../common/parameters.yaml#/id
    get:
      operationId: products.get
      summary: Fetch a product
      description: One product.
      responses:
        "200":
          description: The product.
          content: {application/json: {schema: {$ref: schemas.yaml#/Product}}}
      x-errors:
        "404": [woocommerce_rest_product_invalid_id]
"""
#: A family of its own, with one resource that no other has.
FAMILY = {
    "common/errors.yaml": """\
Error:
  type: object
  description: Why the store refused.
  properties:
    code: {type: string, description: Word that names the cause.}
    message: {type: string, description: Explanation for people.}
""",
    "common/parameters.yaml": """\
id: {name: id, in: path, required: true, description: Number of the memo., schema: {type: integer}}
page: {name: page, in: query, description: Page to answer., schema: {type: integer, minimum: 1, default: 1}}
per_page: {name: per_page, in: query, description: How many., schema: {type: integer, minimum: 1, default: 10}}
""",
    "resources/memos/schemas.yaml": """\
Memo:
  type: object
  description: A memo on the store's own pages.
  properties:
    id: {type: integer, readOnly: true, description: Number of the memo.}
    text: {type: string, description: What it says.}
MemoCreate: {x-writes: Memo, required: [text], description: A new memo.}
""",
    "resources/memos/paths.yaml": """\
resources:
  memos: Memos on the store's own pages.
paths:
  /memos:
    get:
      operationId: memos.list
      summary: List memos
      description: One page of memos.
      parameters:
        - $ref: ../../common/parameters.yaml#/page
        - $ref: ../../common/parameters.yaml#/per_page
      x-paging: pages
      responses:
        "200":
          description: The memos of this page.
          content: {application/json: {schema: {type: array, items: {$ref: schemas.yaml#/Memo}}}}
      x-errors: {}
    post:
      operationId: memos.create
      summary: Create a memo
      description: Adds a memo.
      requestBody: {required: true, content: {application/json: {schema: {$ref: schemas.yaml#/MemoCreate}}}}
      responses:
        "201":
          description: The new memo.
          content: {application/json: {schema: {$ref: schemas.yaml#/Memo}}}
      x-errors: {}
  /memos/{id}:
    parameters:
      - $ref: ../../common/parameters.yaml#/id
    get:
      operationId: memos.get
      summary: Fetch a memo
      description: One memo.
      responses:
        "200":
          description: The memo.
          content: {application/json: {schema: {$ref: schemas.yaml#/Memo}}}
      x-errors:
        "404": [office_memo_invalid_id]
""",
    "resources/memos/examples.yaml": """\
memos.list: {response: [{id: 1, text: Count the cups.}]}
memos.create: {request: {text: Count the cups.}, response: {id: 1, text: Count the cups.}}
memos.get: {response: {id: 1, text: Count the cups.}}
""",
}
#: What a user writes; the types are what mypy finds.
USE = """\
from wooclient import NotFound, WooClient, operations
from wooclient.mock import MockStore
from wooclient.v4.models.products import Product

store = MockStore()
with WooClient(store.url, key=store.key, secret=store.secret, transport=store.transport) as woo:
    made: Product = woo.v4.products.create(name="Jar")
    read = woo.v4.products.get(made.id)
    print(type(read) is Product, read.name == woo.products.get(made.id).name == "Jar")
    print(any(product.id == made.id for product in woo.v4.products.iter()))
    memo = woo.back_office.memos.create(text="Count the jars")
    text: str = woo.back_office.memos.get(memo.id).text
    print(text, len(woo.back_office.memos.list().items))
    try:
        woo.back_office.memos.get(memo.id + 1)
    except NotFound as error:
        print(error.code)
print([operation.id for operation in operations("v4")], len(operations("back_office-v1")))
print([request.path for request in store.requests if request.method == "POST"])
"""


def _spec(folder: Path) -> None:
    shutil.copytree(PROJECT / "spec", folder)
    root = folder / "woocommerce.yaml"
    replace(
        root,
        "x-versions:\n",
        "x-versions:\n  v4: {path: /wp-json/wc/v4, title: wc/v4, door: woo.v4, experimental: true}\n",
    )
    replace(root, "families: [legacy]", "families: [legacy, back_office]")
    (folder / "resources" / "products" / "paths-tried.yaml").write_text(TRIED, encoding="utf-8")
    main: dict[str, Any] = yaml_text.load(root.read_text(encoding="utf-8"))
    kept = ("openapi", "servers", "security", "securitySchemes", "authErrors", "headers", "x-shown")
    known = {"path": "/wp-json/wc-office", "title": "wc-office", "door": "woo.back_office", "internal": True}
    family = {
        **{key: main[key] for key in kept},
        "info": {"title": "Back office", "description": "What the store's own pages ask."},
        "x-versions": {"v1": known},
        "resources": ["memos"],
    }
    files = {**FAMILY, "back_office.yaml": json.dumps(family)}
    for name, text in files.items():
        file = folder / "back_office" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("added")
    _spec(folder / "spec")
    (folder / "templates").symlink_to(TEMPLATES)
    run = woospec(folder, "build")
    assert run.code == 0, run.out + run.err
    (folder / "generated" / "use.py").write_text(USE, encoding="utf-8")
    return folder / "generated"


def test_versions_that_were_added_are_built_and_answer_on_the_mock_store(output: Path) -> None:
    run = subprocess.run(
        [sys.executable, "use.py"], cwd=output, capture_output=True, text=True, timeout=120, check=False
    )
    assert run.stdout.splitlines() == [
        "True True",
        "True",
        "Count the jars 1",
        "office_memo_invalid_id",
        "['products.list', 'products.create', 'products.get'] 3",
        "['/wp-json/wc/v4/products', '/wp-json/wc-office/memos']",
    ], run.stderr


def test_mypy_takes_versions_that_were_added_new_words_and_the_code_of_all_pages(output: Path, tmp_path: Path) -> None:
    """One run for all: most of the time goes into what they import."""
    pages = [PROJECT / "README.md", *sorted((TEMPLATES / "site" / "pages").rglob("*.md"))]
    pages += [*sorted(output.glob("*.md")), output / "wooclient" / "mock" / "README.md"]
    texts = page_code.write_modules(pages, tmp_path)
    assert len(texts) > 25
    shutil.copy(output / "use.py", tmp_path)
    (tmp_path / "sample.py").write_text(new_words.SAMPLE, encoding="utf-8")
    (tmp_path / "mypy.ini").write_text(page_code.SETTINGS, encoding="utf-8")
    run = mypy("pages", tmp_path, {**os.environ, "MYPYPATH": str(output)}, "--config-file=mypy.ini", ".")
    wanted = {("sample.py", number) for number in new_words.REFUSED} | page_code.refused(texts)
    errors = [line.split(":") for line in run.stdout.splitlines() if ": error: " in line]
    assert {(name, int(number)) for name, number, *_ in errors} == wanted, run.stdout + run.stderr
    assert f"(checked {len(texts) + 2} source files)\n" in run.stdout, run.stdout


def test_what_stays_is_as_it_was(output: Path) -> None:
    """Nothing of the other versions moves: not their packages, not their documents."""
    same = [*(PROJECT / "generated" / "wooclient" / "documents").glob("*.json")]
    assert len(same) == 6
    for version in ("v3", "v2", "v1", "legacy"):
        same += (PROJECT / "generated" / "wooclient" / version).rglob("*.py")
    here = {path.relative_to(PROJECT / "generated") for path in same}
    assert len(here) > 300
    assert [
        str(path) for path in here if (output / path).read_bytes() != (PROJECT / "generated" / path).read_bytes()
    ] == []


def test_what_is_experimental_or_internal_says_so(output: Path) -> None:
    page = "Every method of this version."
    tried, internal = ((output / "api" / f"{name}.md").read_text(encoding="utf-8") for name in ("v4", "back_office-v1"))
    assert tried.startswith(f"# wc/v4\n\n{page} Experimental: any release may change it.\n")
    assert internal.startswith(f"# wc-office\n\n{page} Meant for the store's own admin pages.\n")
    assert "[wc-office](api/back_office-v1.md)" in (output / "README.md").read_text(encoding="utf-8")
    client = (output / "wooclient" / "client.py").read_text(encoding="utf-8")
    assert '"""The API wc/v4. Experimental: any release may change it."""' in client
    assert '"""The API wc-office. Meant for the store\'s own admin pages."""' in client


#: What the generator itself may not say: the word for older APIs, and any name of a version.
NAMED = re.compile(r"legacy|\bv[0-9]+\b", re.IGNORECASE)


def _says(files: Iterable[Path], forbidden: re.Pattern[str]) -> list[str]:
    lines = ((file.name, line) for file in files for line in file.read_text(encoding="utf-8").splitlines())
    return [f"{name}: {line.strip()}" for name, line in lines if forbidden.search(line)]


def test_no_code_of_the_generator_knows_a_version_by_name() -> None:
    files = sorted((PROJECT / "generator" / "woospec").rglob("*.py"))
    assert len(files) > 60
    assert _says(files, NAMED) == []


def test_no_template_knows_a_version_by_name() -> None:
    """Routes of plugins (`/wc-mine/v1`) are no versions of ours; names, titles, prefixes and doors of ours are."""
    roots = [PROJECT / "spec" / "woocommerce.yaml", PROJECT / "spec" / "legacy" / "legacy.yaml"]
    declared = [yaml_text.load(root.read_text(encoding="utf-8"))["x-versions"] for root in roots]
    words = {"legacy"}
    for versions in declared:
        for step, version in versions.items():
            words |= {f'"{step}"', version["path"], f"{version['title']}\\b", f"woo\\.{step}\\b"}
    assert len(words) == 19
    files = sorted((PROJECT / "templates").glob("*.jinja"))
    assert len(files) > 20
    assert _says(files, re.compile("|".join(sorted(words)), re.IGNORECASE)) == []
