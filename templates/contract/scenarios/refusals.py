"""Bad input is refused, all of it at once, and nothing is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ..._runtime.inputs import required_keys
from ..description import Described, Json, description
from ..run import Run
from ..scenario import Scenario
from ..steps import Answer, Call, Steps
from .life import forced, settle
from .tables import LIVES
from .unknown import NOBODY, NOTHING, nowhere

_INVALID, _MISSING, _TOO_LARGE = "rest_invalid_param", "rest_missing_callback_param", "request_entity_too_large"
#: What is no value of a type, or of a format.
_WRONG: Mapping[str, Any] = {
    "integer": "many",
    "number": "many",
    "boolean": "maybe",
    "array": {"0a": "x"},
    "object": "text",
    "string": {"0a": "x"},
}
#: What WooCommerce takes without a look at its type, by its source (10.9.1): it is declared anew for one method without
#: a check, as a type that WordPress does not know, with text as another of its types, or not at all.
_UNCHECKED: Mapping[str, frozenset[str]] = {
    "products.create": frozenset({"inventory_delta"}),
    "products.variations.create": frozenset({"inventory_delta", "manage_stock"}),
    "products.categories.create": frozenset({"name"}),
    "products.tags.create": frozenset({"name"}),
    "products.brands.create": frozenset({"name"}),
    "products.shipping_classes.create": frozenset({"name"}),
    "products.attributes.create": frozenset({"generate_slug", "name"}),
    "products.attributes.terms.create": frozenset({"name"}),
    "products.reviews.list": frozenset(
        {"after", "before", "offset", "order", "orderby", "reviewer_email", "status"},
    ),
    "products.reviews.create": frozenset(
        {"date_created", "date_created_gmt", "product_id", "review", "reviewer", "reviewer_email"},
    ),
    "orders.get": frozenset({"dp"}),
    "orders.notes.create": frozenset({"note"}),
    "orders.refunds.get": frozenset({"dp"}),
    "customers.create": frozenset({"email", "password", "username"}),
    "coupons.create": frozenset({"code"}),
    "webhooks.create": frozenset({"delivery_url", "topic"}),
    "shipping.zones.create": frozenset({"name"}),
    "shipping.zones.methods.create": frozenset({"method_id"}),
}
#: The same for parameters of the query, which are text: any text is a string, and any text a list.
_WRONG_IN_QUERY: Mapping[str, Any] = {
    "integer": "many",
    "number": "many",
    "boolean": "maybe",
    "date-time": "some day",
    "date": "some day",
    "email": "nobody",
}


def scenarios(version: str) -> list[Scenario]:
    """Scenarios for reading, one a family; for what makes things, one a kind; and for batches."""
    if version.startswith("legacy"):
        return []
    there = description(version).operations
    families = dict.fromkeys(o.id.partition(".")[0] for o in there.values() if o.reads and _invalid(o))
    kinds = [life.kind for life in LIVES if f"{life.kind}.create" in there]
    return [
        *(
            Scenario(f"bad questions to {family}", version, frozenset(), partial(_questions, family), writes=False)
            for family in families
        ),
        *(Scenario(f"bad {kind}", version, frozenset(), partial(_creates, kind)) for kind in kinds),
        Scenario("batches that are too large", version, frozenset(), _batches),
    ]


def _invalid(operation: Described) -> bool:
    return _INVALID in operation.errors.get("400", ())


def _questions(family: str, run: Run) -> Steps[None]:
    """Each parameter of a wrong type, and each number below and above what is allowed."""
    for operation in run.description.operations.values():
        if operation.id.partition(".")[0] != family or not operation.reads or not _invalid(operation):
            continue
        asked = {name: p["schema"] for name, p in operation.parameters.items() if p["in"] == "query"}
        for wrong in (
            {name: value for name, schema in asked.items() if (value := _wrong(schema, _WRONG_IN_QUERY)) is not None},
            {name: schema["minimum"] - 1 for name, schema in asked.items() if "minimum" in schema},
            {name: schema["maximum"] + 1 for name, schema in asked.items() if "maximum" in schema},
        ):
            if wrong and run.served(operation.id):
                answer = yield from run.refused(_INVALID, operation.id, *nowhere(operation), extra=wrong)
                _all_named(run, answer, wrong)


def _creates(kind: str, run: Run) -> Steps[None]:
    """Every field of a wrong type, and nothing at all."""
    life = next(life for life in LIVES if life.kind == kind)
    operation = run.description.operations[f"{kind}.create"]
    place = yield from settle(life, run)
    required = required_keys(run.client_operation(operation.id).body_type())
    fields = run.description.fields(operation.body)
    wrong = {name: value for name, schema in fields.items() if (value := _wrong(schema, _WRONG)) is not None}
    if wrong and _invalid(operation):
        given = {name: wrong.get(name, NOTHING) for name in required}
        extra = {name: value for name, value in wrong.items() if name not in required}
        answer = yield from run.refused(_INVALID, operation.id, *place.ids, **given, extra=extra)
        _nothing_made(run, answer, kind, place.ids, life.key)
        _all_named(run, answer, wrong)
    if _MISSING in operation.errors.get("400", ()):
        answer = yield from run.refused(_MISSING, operation.id, *place.ids, method="send")
        _nothing_made(run, answer, kind, place.ids, life.key)
        missing: frozenset[str] = frozenset(answer.body["data"]["params"] if answer.error is not None else ())
        run.expect(missing == required, f"missing are {sorted(missing)}, not {sorted(required)}", "/data/params")


def _nothing_made(run: Run, answer: Answer, kind: str, above: tuple[int | str, ...], key: str) -> None:
    """If the store made something all the same, it goes again."""
    if answer.error is None:
        run.made(f"{kind}.delete", *above, answer.body[key], **forced(kind, run))


def _wrong(schema: Json, table: Mapping[str, Any]) -> Any:
    """A value that a schema does not allow; None if that cannot be told from its type."""
    types = schema.get("type", ())
    names = [name for name in ([types] if isinstance(types, str) else types) if name != "null"]
    if len(names) != 1:
        return None
    if "enum" in schema and names == ["string"]:
        return NOTHING
    return table.get(schema.get("format", ""), table.get(names[0]))


def _all_named(run: Run, answer: Answer, wrong: Mapping[str, Any]) -> None:
    """A refusal names every parameter that is wrong."""
    if answer.error is not None and answer.code == _INVALID:
        named = set(answer.body.get("data", {}).get("params", {}))
        missed = sorted(wrong.keys() - named - _UNCHECKED.get(answer.call.operation, frozenset()))
        run.expect(not missed, f"not refused: {missed}", "/data/params")


def _batches(run: Run) -> Steps[None]:
    """More changes at once than the store takes; each names something that is not there."""
    for operation in run.description.operations.values():
        codes = [code for code in run.codes(operation.id, 413) if code.endswith(_TOO_LARGE)]
        if codes and "{" not in operation.path and run.served(operation.id):
            part = "delete" if "delete" in run.description.fields(operation.body) else "update"
            row: Any = NOBODY if part == "delete" else {"id": NOTHING, "value": ""}
            yield Call(operation.id, given={part: [row] * 101}, refusals=tuple(codes), method="send")
