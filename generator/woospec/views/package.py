"""Files of a version, and of the whole package, that list what there is: clients, tables of operations, exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from woospec.model import Api, Reference
from woospec.naming import Names, pascal, version_package
from woospec.sharing import Spoken
from woospec.text import block, docstring, literal, words
from woospec.views.imports import import_lines
from woospec.views.methods import ASYNC, SYNC, Colour
from woospec.views.models import ModelsView
from woospec.views.params import ParamsView
from woospec.views.resources import ChildView


class TableView(NamedTuple):
    """The module that gathers the operations of a version."""

    doc: str
    imports: tuple[str, ...]
    modules: tuple[str, ...]


class ExportsView(NamedTuple):
    """The names that a version's package exports, by the module that each comes from."""

    doc: str
    modules: tuple[str, ...]
    names: tuple[str, ...]


class ClientView(NamedTuple):
    """One client class: its top-level resources."""

    name: str
    base: str
    doc: str
    example: tuple[str, ...]
    children: tuple[ChildView, ...]


class ClientsView(NamedTuple):
    """The module of the two clients."""

    imports: tuple[str, ...]
    typing_imports: tuple[str, ...]
    clients: tuple[ClientView, ...]


def table_view(api: Api, names: Names, package: str) -> TableView:
    """The table of all operations of a version, in the order of the description."""
    modules = sorted({names.resources[r.path].module for r in api.resources if r.operations})
    return TableView(
        doc=docstring(f"Every operation of {api.title}.", 0),
        imports=("", block(f"from {package}.resources import ", modules, always=True)),
        modules=tuple(modules),
    )


def exports_view(api: Api, models: list[ModelsView], params: list[ParamsView]) -> ExportsView:
    """What `from wooclient.v3 import …` can name."""
    found: list[tuple[str, list[str]]] = [(f"models.{m.module}", [c.name for c in m.models]) for m in models]
    found += [(f"params.{p.module}", [i.name for i in p.inputs]) for p in params]
    return ExportsView(
        doc=docstring(
            f"{api.title}: models of its answers and the types of its parameters, loaded when first named.", 0
        ),
        modules=tuple(m for m, exported in found if exported),
        names=_table((m, exported) for m, exported in found if exported),
    )


def _table(modules: Iterable[tuple[str, list[str]]]) -> tuple[str, ...]:
    """The lines of a dict: module → its names in one text."""
    lines: list[str] = []
    for module, names in modules:
        rows = [literal(row) for row in _rows(names)]
        lines.append(f"{literal(module)}: {rows[0]}," if len(rows) == 1 else f"{literal(module)}: (")
        lines += [*(f"    {row}" for row in rows), "),"] if len(rows) > 1 else []
    return tuple(lines)


def _rows(exported: list[str]) -> list[str]:
    """Names in rows that fit a line of code."""
    rows = [""]
    for name in sorted(exported):
        if len(rows[-1]) + len(name) > 100:
            rows.append("")
        rows[-1] += f"{name} "
    return rows


#: Versions with their titles.
Titles = dict[str, str]


def clients_view(newest: Spoken, older: Titles) -> ClientsView:
    """`WooClient` and `AsyncWooClient` with the resources of `newest`, and one attribute for each older version."""
    typing: dict[str, set[str]] = {}
    clients = tuple(_client(newest, older, colour, typing) for colour in (SYNC, ASYNC))
    return ClientsView(
        imports=tuple(import_lines({"wooclient._runtime.open_client": {"AsyncOpenClient", "OpenClient"}})),
        typing_imports=tuple(import_lines(typing, 4)),
        clients=clients,
    )


def version_view(one: Spoken, older: Titles) -> ClientsView:
    """The module through which an older version is reached: its resources, and the versions below it."""
    typing: dict[str, set[str]] = {}
    clients = tuple(
        ClientView(
            name=version_class(one.api.version, colour),
            base=colour.base,
            doc=f"{words(one.api.title)}, with the methods that it has.",
            example=(),
            children=(*_resources(one, colour, typing), *_versions(older, colour, typing)),
        )
        for colour in (SYNC, ASYNC)
    )
    bases = {"wooclient._runtime.resource": {"AsyncResource", "Resource"}}
    return ClientsView(tuple(import_lines(bases)), tuple(import_lines(typing, 4)), clients)


def version_class(version: str, colour: Colour) -> str:
    """The class through which a version is reached: `V2`, `AsyncLegacyV1`."""
    return f"{colour.prefix}{pascal(version)}"


def version_attribute(version: str) -> str:
    """The attribute of a client, or of a newer legacy version, under which a version is found."""
    return "legacy" if version == "legacy-v3" else version.rpartition("-")[2]


def older_below(version: str, declared: Titles) -> Titles:
    """The versions that are reached through `version`."""
    tree = {"v3": ("v2", "v1", "legacy-v3"), "legacy-v3": ("legacy-v2", "legacy-v1")}
    return {v: title for v, title in declared.items() if v in tree.get(version, ())}


class PackageView(NamedTuple):
    """What `from wooclient import …` can name: import lines for type checkers, and a table of names by module."""

    imports: tuple[str, ...]
    names: tuple[str, ...]


#: What the package exports, by the module that each name comes from. A new public name is added here.
_PUBLIC = {
    "_runtime.authorize": "Grant Return authorization_url parse_callback parse_return",
    "_runtime.batch": "BatchOutcome BatchResult",
    "_runtime.conditions": "StoreWarning",
    "_runtime.documents": "openapi",
    "_runtime.drift": "Drift Oddity",
    "_runtime.errors": (
        "AnswerError ApiError AuthenticationError BatchError BatchInterrupted ConfigurationError Conflict "
        "ConnectionFailed ItemError NoRoute NotFound NotJsonError PermissionDenied RateLimited RedirectError "
        "RequestError ServerError TimedOut TooLarge ValidationFailed WooError"
    ),
    "_runtime.exchange": "Response",
    "_runtime.inputs": "CLEAR",
    "_runtime.lookup": "Found",
    "_runtime.models": "Model to_wire",
    "_runtime.operation": "Operation",
    "_runtime.options": "Event",
    "_runtime.pages": "Page",
    "_runtime.reading": "UnexpectedAnswer",
    "_runtime.records": "to_records",
    "_runtime.registry": "operations",
    "client": "AsyncWooClient WooClient",
}


def package_view() -> PackageView:
    """The package's front door, the same for all versions."""
    imports = [line for module, names in _PUBLIC.items() for line in public_imports(f"wooclient.{module}", names)]
    return PackageView(tuple(imports), _table((module, names.split()) for module, names in _PUBLIC.items()))


def public_imports(module: str, names: str) -> list[str]:
    """Imports that pass names on, in the order and form that isort leaves."""
    lines = import_lines({module: names.split()})
    ordered = "".join(lines).partition(" import ")[2].strip("()").replace("\n", " ").split(",")
    return [f"from {module} import {name} as {name}" for one in ordered if (name := one.strip())]


class WebhooksView(NamedTuple):
    """The module that receives deliveries: topic's resource, module and class of its model, newest and legacy."""

    imports: tuple[str, ...]
    models: tuple[tuple[str, str, str], ...]
    legacy_models: tuple[tuple[str, str, str], ...]
    union: str


#: The resources that WooCommerce has topics for.
_TOPICS = ("coupon", "customer", "order", "product")


def webhooks_view(newest: Spoken, legacy: Spoken | None) -> WebhooksView:
    """`wooclient.webhooks` with the models of the newest version, and of the legacy API if that is built too."""
    models = _topic_models(newest)
    legacy_models = _topic_models(legacy) if legacy is not None else ()
    rows = [*models, *legacy_models]
    imports = import_lines({module: {name for _, m, name in rows if m == module} for _, module, _ in rows}, 4)
    return WebhooksView(tuple(imports), models, legacy_models, " | ".join(name for _, _, name in rows) or "Any")


def _topic_models(one: Spoken) -> tuple[tuple[str, str, str], ...]:
    """The models of a version's resources that webhooks tell of."""
    rows: list[tuple[str, str, str]] = []
    for topic in _TOPICS:
        kind = next((o.answer.type for o in one.api.operations if o.id == f"{topic}s.get"), None)
        if isinstance(kind, Reference):
            module = f"{one.package}.models.{one.names.modules[kind.name]}"
            rows.append((topic, module, one.names.schemas[kind.name]))
    return tuple(rows)


_EXAMPLES = {
    "": (
        'with WooClient("https://shop.example", key="ck_...", secret="cs_...") as woo:',
        "product = woo.products.get(42)",
    ),
    "Async": (
        'async with AsyncWooClient("https://shop.example", key="ck_...", secret="cs_...") as woo:',
        "product = await woo.products.get(42)",
    ),
}


def _resources(one: Spoken, colour: Colour, typing: dict[str, set[str]]) -> list[ChildView]:
    """The top-level resources of a version."""
    children: list[ChildView] = []
    for resource in one.api.resources:
        if len(resource.path) == 1:
            made = one.names.resources[resource.path]
            class_name = f"{colour.prefix}{made.class_name}"
            module = f"{one.package}.resources.{made.module}"
            children.append(_child(made.attribute, class_name, resource.description, module, typing))
    return children


def _versions(older: Titles, colour: Colour, typing: dict[str, set[str]]) -> list[ChildView]:
    """The older versions below a client or a version."""
    return [
        _child(
            version_attribute(version),
            version_class(version, colour),
            f"The older API {words(title)}.",
            f"{version_package(version)}.api",
            typing,
        )
        for version, title in older.items()
    ]


def _child(attribute: str, class_name: str, text: str, module: str, typing: dict[str, set[str]]) -> ChildView:
    typing.setdefault(module, set()).add(class_name)
    return ChildView(attribute, class_name, docstring(text, 8), f"from {module} import {class_name}")


def _client(newest: Spoken, older: Titles, colour: Colour, typing: dict[str, set[str]]) -> ClientView:
    children = [*_resources(newest, colour, typing), *_versions(older, colour, typing)]
    what = "A client for one store." if colour is SYNC else "A client for one store, for asyncio."
    return ClientView(
        f"{colour.prefix}WooClient", f"{colour.prefix}OpenClient", what, _EXAMPLES[colour.prefix], tuple(children)
    )
