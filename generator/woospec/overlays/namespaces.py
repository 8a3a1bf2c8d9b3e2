"""Routes of plugins outside of the version's own address: each namespace becomes a version of the client."""

from __future__ import annotations

import keyword
import re
from dataclasses import replace

from woospec.expand import prune
from woospec.families import Version
from woospec.kinds import elements, members
from woospec.naming import snake
from woospec.overlays.ground import Ground, Json
from woospec.pointers import escape
from woospec.references import References
from woospec.rules.shape import shown
from woospec.select import METHODS, Bundle

#: The address of a server: the store, then where WordPress has its API, then the namespace.
_SERVER = re.compile(r"https?://[^/]+(?:/[^/]+)*?/wp-json((?:/[A-Za-z0-9._-]+)*)/?\Z")
_SEGMENT = re.compile(r"[a-z0-9][a-z0-9._-]*\Z")
_STEP = re.compile(r"v[0-9]+\Z")
#: A namespace with a version, as plugins have them, and the path below it.
_NAMESPACED = re.compile(r"/(?:wp-json/)?([a-z0-9._-]+/v[0-9]+)(/.+)")
#: Modules and folders of the package that stand where a family's would.
_TAKEN = frozenset({"client", "cli", "compat", "contract", "documents", "fixtures", "mock", "webhooks"})
#: What the version of a namespace is called that names none itself.
_ONLY = "rest"


def split(ground: Ground, declared: dict[str, Version]) -> list[tuple[Version, Json]]:
    """Take paths with servers of their own out of a document; each namespace with the document that it becomes."""
    groups: dict[str, dict[str, Json]] = {}
    for path, item in [*ground.document["paths"].items()]:
        if "servers" not in item:
            _below_ours(ground, path)
            continue
        found = _address(ground, path, item)
        del ground.document["paths"][path]
        if found is not None:
            namespace, rest = found
            plain = {key: value for key, value in item.items() if key != "servers"}
            groups.setdefault(namespace, {})[rest] = plain
            _readdress(ground, path, rest, namespace)
    made: list[tuple[Version, Json]] = []
    for namespace, paths in groups.items():
        version = _version(ground, namespace, declared, next(iter(paths)))
        if version is not None:
            declared[version.name] = version
            made.append((version, _document(ground, version, paths)))
    return made


def _below_ours(ground: Ground, path: str) -> None:
    """Report a path that an overlay adds to the version's own, though it begins with a namespace."""
    match = _NAMESPACED.match(path)
    if match is not None and path not in ground.base.document["paths"]:
        message = f"{path} begins with a namespace, and without servers it lies below {ground.base.about.prefix}"
        url = f"https://{{host}}/wp-json/{match[1]}"
        hint = f'write {match[2]} with servers: [{{url: "{url}", variables: {{host: {{default: store.example}}}}}}]'
        ground.problems.add("overlay-namespace", message, ground.spot(f"/paths/{escape(path)}"), hint=hint)


def _address(ground: Ground, path: str, item: Json) -> tuple[str, str] | None:
    """The namespace of a path, without the slash before it, and the path below that."""
    place = f"/paths/{escape(path)}/servers"
    servers = elements(item["servers"])
    url = str(members(servers[0]).get("url", "")) if len(servers) == 1 else ""
    match = _SERVER.match(url)
    if match is None:
        hint = 'servers: [{url: "https://{host}/wp-json/NAMESPACE", variables: {host: {default: store.example}}}]'
        message = f"{shown(url) if url else 'this'} is not one address below /wp-json"
        ground.problems.add("overlay-namespace", message, ground.spot(place), hint=hint)
        return None
    whole = [*filter(None, match[1].split("/")), *filter(None, path.split("/"))]
    given = len([*filter(None, match[1].split("/"))])
    steps = [i for i, word in enumerate(whole) if _STEP.match(word)]
    size = given or (steps[0] + 1 if steps else 1)
    if not all(map(_SEGMENT.match, whole[:size])) or size >= len(whole):
        hint = "a namespace in lower case, and a path below it"
        message = f"/{'/'.join(whole)} has no namespace"
        ground.problems.add("overlay-namespace", message, ground.spot(place), hint=hint)
        return None
    return "/".join(whole[:size]), "/" + "/".join(whole[size:])


def _version(ground: Ground, namespace: str, declared: dict[str, Version], path: str) -> Version | None:
    """The version that a namespace becomes."""
    words = namespace.split("/")
    step = words[-1] if _STEP.match(words[-1]) else _ONLY
    family = "_".join(snake(word) for word in (words[:-1] if words[-1] == step and len(words) > 1 else words))
    name, prefix = f"{family}-{step}", f"/wp-json/{namespace}"
    known = next((v for v in declared.values() if v.prefix == prefix or v.name == name), None)
    spot = next((ground.spot(p) for p in ground.application.origins if "/servers" in p), None)
    node = ground.application.origins.get(f"/namespaces/{namespace}") or spot or ground.base.origins["/info"]
    if known is not None:
        message = f"{prefix} is where {known.name} is already"
        hint = f"describe it in an overlay with extends: {known.name}.json, without servers"
        ground.problems.add("overlay-namespace", message, node, hint=hint)
        return None
    # The first version of a namespace is reached by its name, others below it.
    first = next((v for v in declared.values() if v.family == family), None)
    names = {word for v in declared.values() for word in (v.name, v.family, *v.door)} if first is None else set[str]()
    unfit = not family.isidentifier() or keyword.iskeyword(family)
    if unfit or family in _TAKEN | names:
        message = f"the namespace {namespace} cannot be reached as woo.{family}"
        ground.problems.add("overlay-namespace", message, node, hint="this name is taken, or is none in Python")
        return None
    door = (family,) if first is None else (family, step)
    return Version(name, family, step, namespace, prefix, door, newest=first is None)


def _readdress(ground: Ground, path: str, rest: str, namespace: str) -> None:
    """Have the places of a path follow it to its new name."""
    origins = ground.application.origins
    old, new = f"/paths/{escape(path)}", f"/paths/{escape(rest)}"
    node = ground.written(old)
    if node is not None:
        origins.setdefault(f"/namespaces/{namespace}", node)
        origins.setdefault(new, node)
    for place in [p for p in origins if p.startswith(f"{old}/")]:
        origins.setdefault(new + place[len(old) :], origins[place])


def _document(ground: Ground, version: Version, paths: Json) -> Json:
    """The flat document of a namespace: its paths, and what they refer to."""
    document, about = ground.document, ground.base.about
    servers = [{**s, "url": s["url"].removesuffix(about.prefix) + version.prefix} for s in document["servers"]]
    info = {**document["info"], "title": version.title, "version": version.title}
    resources = {word for item in paths.values() for word in _resources(item)}
    tags = [tag for tag in document["tags"] if tag["name"] in resources]
    made = {**document, "info": info, "servers": servers, "tags": tags, "paths": paths}
    made["components"] = {kind: dict(named) for kind, named in document["components"].items()}
    return prune(made, References(made))


def _resources(item: Json) -> set[str]:
    """The names of the resources that a path item has operations of, with those around them."""
    ids = [item[method]["operationId"].split(".")[:-1] for method in METHODS if method in item]
    return {".".join(words[: i + 1]) for words in ids for i in range(len(words))}


def bundle(ground: Ground, version: Version, document: Json, declared: dict[str, Version]) -> Bundle:
    """A document with where its parts stand, in the spec and in overlays."""
    origins = {**ground.base.origins, **ground.application.origins}
    changes = ground.application.changes
    return replace(ground.base, about=version, document=document, origins=origins, declared=declared, changes=changes)


def check_kinds(ground: Ground, documents: list[Json]) -> None:
    """Resources of a namespace have names of their own: a mock store keeps the records of all versions side by side."""
    taken = {word for item in ground.document["paths"].values() for word in _resources(item)}
    for document in documents:
        for path, item in document["paths"].items():
            found = _resources(item) & taken
            if found:
                message = f"the resource {min(found)} of {path} is called like one of WooCommerce's own"
                hint = "choose another name in the operationIds, such as acme_products.list"
                spot = ground.spot(f"/paths/{escape(path)}")
                ground.problems.add("overlay-name", message, spot, hint=hint)
