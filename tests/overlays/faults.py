"""Overlays as people get them wrong, laid over a small description, and the report that each gets."""

from __future__ import annotations

from textwrap import dedent, indent
from typing import NamedTuple

#: What stands before the actions, and at which line they begin.
HEAD = "overlay: 1.0.0\ninfo: {title: Acme, version: 1.0.0}\nactions:\n"


class Fault(NamedTuple):
    """Actions, or a whole file; the rule that they break, where, and words of the message."""

    name: str
    text: str
    rule: str
    line: int
    column: int
    says: str
    whole: bool = False
    #: A second overlay, which goes first.
    before: str = ""
    #: Words of the hint.
    hint: str = ""

    @property
    def file(self) -> str:
        """The text of the file."""
        return self.text if self.whole else overlay(self.text)


def overlay(actions: str) -> str:
    """A file with these actions."""
    return HEAD + indent(dedent(actions).strip("\n") + "\n", "  ")


_THING = "- target: $.components.schemas['Thing','ThingCreate'].properties\n  update:\n"


def _boxes(item: str) -> str:
    """An action that adds one path."""
    return f"- {{target: $.paths, update: {{/boxes: {{{item}}}}}}}"


_ANSWER = 'responses: {"200": {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}}'

_WORDS = "$.components.schemas['Thing','ThingCreate','ThingUpdate'].properties.size.anyOf[0].enum"

#: An operation written over many lines.
_DEEP = """
- target: $.paths
  update:
    /boxes:
      get:
        operationId: boxes.get
        description: D
        responses:
          "200":
            content:
              application/json:
                schema:
                  type: object
                  properties:
                    code:
                      type: string
                      description: A word.
                    name: {type: string, maxLength: 9}
"""

FAULTS = (
    Fault("no overlay", "openapi: 3.1.0\n", "overlay-form", 1, 1, "has no key overlay", whole=True),
    Fault("a list", "- overlay\n", "overlay-form", 1, 1, "has no key overlay", whole=True),
    Fault("not YAML", "overlay: [1\n", "yaml", 1, 10, "opened here and not closed", whole=True),
    Fault("a key twice", HEAD.replace("info:", "overlay: 1.0.0\ninfo:"), "duplicate-key", 2, 1, "twice", whole=True),
    Fault(
        "another edition",
        overlay("- {target: $.info, update: {title: X}}").replace("1.0.0", "2.0.0", 1),
        *("overlay-form", 1, 1, "this is Overlay 2.0.0"),
        whole=True,
    ),
    Fault("no actions", HEAD.replace("actions:", "actions: []"), "overlay-form", 3, 1, "without actions", whole=True),
    Fault("a word misspelt", "- {target: $.info, updates: {}}", "overlay-form", 4, 22, "has no key updates"),
    Fault("no target", "- {update: {}}", "overlay-form", 4, 5, "lacks target"),
    Fault("nothing to do", "- {target: $.info}", "overlay-form", 4, 5, "does nothing"),
    Fault("both", "- {target: $.tags, remove: true, update: {}}", "overlay-form", 4, 36, "has no effect"),
    Fault(
        "a title to steer",
        overlay("- {target: $.info, update: {}}").replace("Acme", '"A\\e[2J"'),
        "overlay-form",
        2,
        8,
        "title",
        whole=True,
    ),
    Fault(
        "no such version",
        f"extends: v9.json\n{overlay('- {target: $.info, update: {}}')}",
        "overlay-version",
        1,
        1,
        "v9.json",
        whole=True,
    ),
    Fault("not a path", "- {target: things, update: {}}", "overlay-path", 4, 14, "broken JSONPath"),
    Fault("an open bracket", "- {target: \"$.paths['/things'\", update: {}}", "overlay-path", 4, 32, "broken JSONPath"),
    Fault("beyond the standard", "- {target: $.info | $.tags, update: {}}", "overlay-path", 4, 21, "broken JSONPath"),
    Fault(
        "a name misspelt",
        "- {target: $.components.schemas.Thng, update: {}}",
        "overlay-target",
        4,
        6,
        "nothing is called Thng",
    ),
    Fault(
        "one of two names",
        "- {target: \"$.components.schemas['Thing','ThingUpdat']\", update: {}}",
        "overlay-target",
        4,
        6,
        "ThingUpdat",
    ),
    Fault(
        "a filter", "- {target: \"$.tags[?@.name=='thing']\", update: {}}", "overlay-target", 4, 6, "selects nothing"
    ),
    Fault("a single value", "- {target: $.info.title, update: Mine}", "overlay-target", 4, 6, "selects text"),
    Fault("a value for an object", "- {target: $.info, update: Mine}", "overlay-target", 4, 22, "changed by text"),
    Fault("all there is", '- {target: "$", remove: true}', "overlay-removed", 4, 6, "the whole document"),
    Fault("where stores are", "- {target: $, update: {servers: [{url: x}]}}", "overlay-removed", 4, 36, "/servers"),
    Fault(
        "errors",
        "- {target: $.components.schemas.Error, remove: true}",
        "overlay-removed",
        4,
        6,
        "/components/schemas/Error",
    ),
    Fault(
        "what is referred to",
        "- {target: $.components.schemas.ThingPart, remove: true}",
        "overlay-removed",
        4,
        6,
        "refer to it",
    ),
    Fault(
        "what is required",
        "- {target: $.components.schemas.Thing.properties.price, remove: true}",
        "overlay-removed",
        4,
        6,
        "Thing requires price",
    ),
    Fault(
        "two say different things",
        f"{_THING}    weight: {{type: integer}}",
        *("overlay-conflict", 6, 16, "/components/schemas/Thing/properties/weight/type"),
        before=f"{_THING}    weight: {{type: string}}",
    ),
    Fault(
        "one adds, one removes",
        "- {target: $.components.schemas.Thing.properties.weight, remove: true}",
        *("overlay-conflict", 4, 6, "added by one overlay and removed by another"),
        before=f"{_THING}    weight: {{type: string}}",
    ),
    Fault("a word of no schema", f"{_THING}    weight: {{typ: integer}}", "unknown-key", 6, 16, "has no key typ"),
    Fault("no such type", f"{_THING}    weight: {{type: int}}", "type", 6, 16, "unknown type int"),
    Fault(
        "no such format", f"{_THING}    weight: {{type: string, format: kilo}}", "format", 6, 30, "unknown format kilo"
    ),
    Fault(
        "a default of another type",
        f"{_THING}    weight: {{type: integer, default: a}}",
        "default",
        6,
        31,
        "not integer",
    ),
    Fault("no such schema", f'{_THING}    box: {{$ref: "#/components/schemas/Box"}}', "ref", 6, 13, "leads nowhere"),
    Fault("a text to steer", f'{_THING}    box: {{type: string, description: "A\\e[2J"}}', "text", 6, 27, "U+001B"),
    Fault(
        "one name in Python",
        f"{_THING}    na-me: {{type: string}}\n    na_me: {{type: string}}",
        "name-collision",
        7,
        7,
        "both called na_me",
    ),
    Fault(
        "one class twice",
        f"{_THING}    part: {{type: object, properties: {{a: {{type: string}}}}}}",
        "overlay-name",
        6,
        7,
        "would be called ThingPart",
    ),
    Fault(
        "no schema's name",
        "- {target: $.components.schemas, update: {my-box: {type: object, properties: {}}}}",
        "name",
        4,
        45,
        "my-box",
    ),
    Fault("no id", _boxes(f"get: {{{_ANSWER}}}"), "shape", 4, 41, "lacks operationId"),
    Fault("no id of ours", _boxes(f"get: {{operationId: Boxes, {_ANSWER}}}"), "operation-id", 4, 47, "Boxes"),
    Fault(
        "an id twice",
        _boxes(f"get: {{operationId: things.get, {_ANSWER}}}"),
        "operation-id",
        4,
        47,
        "two operations are called things.get",
    ),
    Fault(
        "another method", _boxes(f"post: {{operationId: boxes.list, {_ANSWER}}}"), "verb", 4, 48, "boxes.list is a POST"
    ),
    Fault(
        "no list", _boxes(f"get: {{operationId: boxes.list, {_ANSWER}}}"), "answer", 4, 84, "does not answer an array"
    ),
    Fault("no answer", _boxes("get: {operationId: boxes.get}"), "response", 4, 41, "has no success answer"),
    Fault(
        "an odd path",
        f'- {{target: $.paths, update: {{"/a b": {{get: {{operationId: boxes.get, {_ANSWER}}}}}}}}}',
        "path",
        4,
        32,
        "is no path",
    ),
    Fault(
        "a resource that hides",
        _boxes(f"get: {{operationId: request.get, {_ANSWER}}}"),
        "name-collision",
        4,
        41,
        "hide the client's own request",
    ),
    Fault(
        "another server",
        _boxes(f"servers: [{{url: https://acme.example/v1}}], get: {{operationId: boxes.get, {_ANSWER}}}"),
        *("overlay-namespace", 4, 41, "is not one address below /wp-json"),
    ),
    Fault(
        "a namespace that is taken",
        _boxes(f'servers: [{{url: "https://a.example/wp-json/mock/v1"}}], get: {{operationId: boxes.get, {_ANSWER}}}'),
        *("overlay-namespace", 4, 32, "woo.mock"),
    ),
    Fault(
        "a name of WooCommerce's",
        _boxes(
            f'servers: [{{url: "https://a.example/wp-json/acme/v1"}}], get: {{operationId: things.show, {_ANSWER}}}'
        ),
        *("overlay-name", 4, 32, "called like one of WooCommerce's own"),
    ),
    Fault(
        "an example that does not fit",
        "- target: $.paths\n  update:\n    /boxes:\n      get:\n        operationId: boxes.get\n"
        '        responses: {"200": {content: {application/json: {schema: {type: integer}, example: many}}}}',
        *("example", 9, 85, "does not fit"),
    ),
    Fault(
        "a list in a list",
        f"- target: {_WORDS}\n  update: [medium]",
        *("overlay-target", 5, 5, "a list is to be added to a list"),
    ),
    Fault("a number for a word", f"- target: {_WORDS}\n  update: 5", "enum", 5, 5, "5 in x-known-values is a number"),
    Fault("a map for a word", f"- target: {_WORDS}\n  update: {{a: 1}}", "enum", 5, 5, "a map that no type can name"),
    Fault(
        "a parameter in a list",
        "- target: $.paths['/things'].get.parameters\n  update: [{name: x, in: query, schema: {type: string}}]",
        *("overlay-target", 5, 5, "a list is to be added to a list"),
    ),
    Fault(
        "a word of no schema, deep",
        _DEEP.replace("maxLength: 9", "maxLenght: 9"),
        *("unknown-key", 20, 44, "has no key maxLenght"),
    ),
    Fault("a limit that is text, deep", _DEEP.replace("9", "long"), "shape", 20, 44, "not text"),
    Fault("security", _DEEP.replace("description: D", "security: []"), "unknown-key", 9, 11, "has no key security"),
    Fault(
        "another content type",
        _DEEP.replace("application/json:", "text/csv:"),
        *("unknown-key", 13, 17, "has no key text/csv"),
    ),
    Fault(
        "an example of another type",
        f"{_THING}    weight: {{type: integer, example: heavy}}",
        *("example", 6, 7, "heavy is text, not integer"),
    ),
    Fault("another type", f"{_THING}    name: {{type: integer}}", "example", 6, 14, "Cup is text, not integer"),
    Fault("another format", f"{_THING}    name: {{format: uri}}", "example", 6, 14, "Cup is no uri"),
    Fault(
        "a page that is no parameter",
        "- {target: \"$.paths['/things'].get.parameters[0]\", remove: true}",
        *("paging", 4, 6, "no parameter page"),
    ),
    Fault(
        "a parameter of the path",
        "- {target: \"$.paths['/things/{id}'].parameters[0]\", remove: true}",
        *("path-parameter", 4, 6, "does not declare {id}"),
    ),
    Fault(
        "an operation that is there",
        f"- target: $.paths\n  update:\n    /things:\n      get: {{operationId: boxes.list, {_ANSWER}}}",
        *("path", 7, 9, "GET /things is there already: it is things.list"),
    ),
    Fault(
        "a path that is there",
        f"- target: $.paths\n  update:\n    /things/{{thing_id}}:\n      get: {{operationId: boxes.get, {_ANSWER}}}",
        *("path", 7, 9, "answer GET /things/{thing_id}"),
    ),
    Fault(
        "a schema that is there",
        "- target: $.components.schemas\n  update:\n    Thing: {type: object, properties: {a: {type: string}}}",
        *("overlay-name", 6, 7, "a schema called Thing is there already"),
    ),
    Fault(
        "a field that nothing sets",
        "- target: $.components.schemas.Thing.properties\n  update: {weight: {type: integer}}",
        *("overlay-field", 5, 14, "Thing has weight, which no request has"),
    ),
    Fault(
        "a method that walks",
        f"- target: $.paths\n  update:\n    /boxes:\n      get: {{operationId: things.iter, {_ANSWER}}}",
        *("name-collision", 7, 9, "the attributes things.iter and what walks things.list are both called iter"),
    ),
    Fault(
        "a namespace without servers",
        f"- {{target: $.paths, update: {{/acme/v1/boxes: {{get: {{operationId: boxes.get, {_ANSWER}}}}}}}}}",
        *("overlay-namespace", 4, 32, "begins with a namespace"),
        hint='write /boxes with servers: [{url: "https://{host}/wp-json/acme/v1"',
    ),
    Fault(
        "a path of WooCommerce's elsewhere",
        '- {target: $.paths, update: {/things: {servers: [{url: "https://a.example/wp-json/acme/v1"}]}}}',
        *("path", 4, 32, "the path /things is there already"),
        hint="write yours whole, such as /acme/api/things",
    ),
    *(
        Fault(
            f"no path: {cause}",
            f"- target: $.paths\n  update:\n    '{path}': {{get: {{operationId: boxes.get, {_ANSWER}}}}}",
            *("path", 6, 7, cause),
            hint=f"write {mended}",
        )
        for path, cause, mended in (
            ("/boxes/{boxId}", "a name in it has capital letters", "/boxes/{box_id}"),
            ("/boxes/", "it ends with a slash", "/boxes"),
            ("boxes", "it does not begin with a slash", "/boxes"),
            ("/boxes/(?P<id>[\\d]+)", "is written {name}", "/boxes/{id}"),
            ("/boxes/:id", "stands for a value is written {name}", "/boxes/{id}"),
        )
    ),
    Fault(
        "null without quotes",
        f"{_THING}    weight: {{type: [integer, null]}}",
        *("shape", 6, 32, "not nothing"),
        hint="put it in quotes",
    ),
    Fault(
        "a release without quotes",
        f"{_THING}    weight: {{type: integer, x-woo-since: 9.6}}",
        *("shape", 6, 31, "not a number"),
        hint="put it in quotes",
    ),
    Fault(
        "nullable",
        f"{_THING}    weight: {{type: integer, nullable: true}}",
        *("unknown-key", 6, 31, "has no key nullable"),
        hint='say type: [string, "null"]',
    ),
    Fault(
        "an edition without quotes",
        overlay("- {target: $.info, update: {title: X}}").replace("1.0.0", "1.0", 1),
        *("overlay-form", 1, 1, "not a number"),
        whole=True,
        hint="put it in quotes",
    ),
    *(
        Fault(f"broken: {target}", f'- {{target: "{target}", update: {{}}}}', "overlay-path", 4, at, says, hint=hint)
        for target, at, says, hint in (
            ("paths", 15, "it does not begin with $", "$.paths"),
            ("$.paths./things.get", 23, "unexpected token", "$.paths['/things'].get"),
            ("$.paths[/things].get", 23, "unexpected token", "$.paths['/things'].get"),
            ("$.tags[?@.name='x']", 29, "unexpected token", "compare with =="),
            ("$.paths['/things", 23, "unexpected token", "close the quote"),
        )
    ),
    Fault(
        "below a reference",
        "- {target: \"$.paths['/things'].get.parameters[0].schema\", update: {type: integer}}",
        *("overlay-target", 4, 6, "nothing is called schema"),
        hint="target what it leads to: $.components.parameters.page",
    ),
)
