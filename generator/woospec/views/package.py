"""Files of a version, and of the whole package, that list what there is: clients, tables of operations, exports."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from woospec.families import Version
from woospec.model import Api, Reference
from woospec.naming import Names, pascal, version_door, version_package
from woospec.sharing import Spoken
from woospec.text import block, docstring, literal, words
from woospec.views.imports import import_lines
from woospec.views.methods import ASYNC, SYNC, Colour
from woospec.views.models import ModelsView
from woospec.views.params import ParamsView
from woospec.views.releases import caution
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
    """What can be imported from the package of a version."""
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


def clients_view(newest: Spoken, below: Iterable[Version]) -> ClientsView:
    """`WooClient` and `AsyncWooClient` with the resources of `newest`, and one attribute for each version below it."""
    typing: dict[str, set[str]] = {}
    clients = tuple(_client(newest, below, colour, typing) for colour in (SYNC, ASYNC))
    return ClientsView(
        imports=tuple(import_lines({"wooclient._runtime.open_client": {"AsyncOpenClient", "OpenClient"}})),
        typing_imports=tuple(import_lines(typing, 4)),
        clients=clients,
    )


def version_view(one: Spoken, below: Iterable[Version]) -> ClientsView:
    """The module through which a version is reached: its resources, and the versions below it."""
    typing: dict[str, set[str]] = {}
    clients = tuple(
        ClientView(
            name=version_class(one.api.version, colour),
            base=colour.base,
            doc=_sentences(f"{words(one.api.title)}, with the methods that it has.", caution(one.api.about)),
            example=(),
            children=(*_resources(one, colour, typing), *_versions(below, colour, typing)),
        )
        for colour in (SYNC, ASYNC)
    )
    bases = {"wooclient._runtime.resource": {"AsyncResource", "Resource"}}
    return ClientsView(tuple(import_lines(bases)), tuple(import_lines(typing, 4)), clients)


def version_class(version: str, colour: Colour) -> str:
    """The class through which a version is reached."""
    return f"{colour.prefix}{pascal(version)}"


def below(version: Version, declared: Iterable[Version]) -> list[Version]:
    """The versions that are reached through `version`."""
    return [v for v in declared if v.door and v.door[:-1] == version.door]


class KnownView(NamedTuple):
    """What the package says of a version without loading it."""

    name: str
    prefix: str
    door: str
    newest: bool
    experimental: bool
    internal: bool


def _sentences(*sentences: str) -> str:
    return " ".join(filter(None, sentences))


def _words(words: tuple[str, ...]) -> str:
    """A tuple of words as Python writes it."""
    return f"({', '.join(map(literal, words))}{',' * (len(words) == 1)})"


def known_views(versions: Iterable[Version]) -> list[KnownView]:
    """The versions of the package, in the order of the description."""
    return [
        KnownView(literal(v.name), literal(v.prefix), _words(version_door(v)), v.newest, v.experimental, v.internal)
        for v in versions
    ]


class PackageView(NamedTuple):
    """What `from wooclient import …` can name: import lines for type checkers, and a table of names by module."""

    imports: tuple[str, ...]
    names: tuple[str, ...]


#: What the package exports, by the module that each name comes from. A new public name is added here.
_PUBLIC = {
    "_runtime.authorize": "Grant Return authorization_url parse_callback parse_return",
    "_runtime.batch": "BatchOutcome BatchResult",
    "_runtime.conditions": "StoreWarning",
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
    """The module that receives deliveries: topic's resource, module and class of its model.

    `wrapped_models` are those of records that come below the name of their resource, as `wrapped` sends them.
    """

    imports: tuple[str, ...]
    models: tuple[tuple[str, str, str], ...]
    wrapped_models: tuple[tuple[str, str, str], ...]
    wrapped: str
    union: str


#: The resources that WooCommerce has topics for.
_TOPICS = ("coupon", "customer", "order", "product")


def webhooks_view(newest: Spoken, others: Iterable[Spoken]) -> WebhooksView:
    """`wooclient.webhooks` with the models of the newest version, and of the first whose records are wrapped."""
    models = _topic_models(newest)
    wrapping = next((one for one in others if _is_wrapping(one)), None)
    wrapped = _topic_models(wrapping) if wrapping is not None else ()
    rows = [*models, *wrapped]
    imports = import_lines({module: {name for _, m, name in rows if m == module} for _, module, _ in rows}, 4)
    title = words(wrapping.api.title) if wrapping is not None else ""
    return WebhooksView(tuple(imports), models, wrapped, title, " | ".join(name for _, _, name in rows) or "Any")


def _is_wrapping(one: Spoken) -> bool:
    """Whether a version puts records below the name of their resource."""
    return any(o.answer_envelope == topic for o in one.api.operations for topic in _TOPICS if o.id == f"{topic}s.get")


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


def _versions(below: Iterable[Version], colour: Colour, typing: dict[str, set[str]]) -> list[ChildView]:
    """The versions below a client or a version."""
    return [
        _child(
            version_door(version)[-1],
            version_class(version.name, colour),
            _sentences(f"The {'older ' if version.older else ''}API {words(version.title)}.", caution(version)),
            f"{version_package(version.name)}.api",
            typing,
        )
        for version in below
    ]


def _child(attribute: str, class_name: str, text: str, module: str, typing: dict[str, set[str]]) -> ChildView:
    typing.setdefault(module, set()).add(class_name)
    return ChildView(attribute, class_name, docstring(text, 8), f"from {module} import {class_name}")


def _client(newest: Spoken, below: Iterable[Version], colour: Colour, typing: dict[str, set[str]]) -> ClientView:
    children = [*_resources(newest, colour, typing), *_versions(below, colour, typing)]
    what = "A client for one store." if colour is SYNC else "A client for one store, for asyncio."
    return ClientView(
        f"{colour.prefix}WooClient", f"{colour.prefix}OpenClient", what, _EXAMPLES[colour.prefix], tuple(children)
    )
