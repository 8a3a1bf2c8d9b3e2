"""Tags as pages of other tools show them: in groups, in order, with names for people."""

from __future__ import annotations

from typing import Any

from woospec.flat import operations_of

Json = dict[str, Any]


#: The group of resources that no group of the root names.
_OTHERS = "Others"


def groups_of(document: Json) -> list[Json]:
    """The groups of the root that have a tag in this version (`x-tagGroups`). Pages leave out a tag that has none."""
    names = _used(document)
    grouped = {title: _within(words, names) for title, words in document.get("x-groups", {}).items()}
    known = {name for tags in grouped.values() for name in tags}
    grouped[_OTHERS] = [*grouped.get(_OTHERS, ()), *(name for name in names if name not in known)]
    return [{"name": title, "tags": tags} for title, tags in grouped.items() if tags]


def ordered_tags(document: Json) -> list[Json]:
    """The tags in the order of their groups, each with a name for people."""
    tags = {tag["name"]: tag for tag in document["tags"]}
    order = [name for group in groups_of(document) for name in group["tags"]]
    return [{**tags[name], "x-displayName": _shown(name)} for name in order]


def _used(document: Json) -> list[str]:
    """The tags that have an operation: pages would show the others with nothing below them."""
    used = {tag for _, method, item in operations_of(document) for tag in item[method]["tags"]}
    return [tag["name"] for tag in document["tags"] if tag["name"] in used]


def _within(words: list[str], names: list[str]) -> list[str]:
    """The tags below some words, in the order of the words; what stands below a tag follows it."""
    return [name for word in words for name in sorted(_below(word, names), key=lambda n: _place(n, names))]


def _below(word: str, names: list[str]) -> list[str]:
    return [name for name in names if name == word or name.startswith(f"{word}.")]


def _place(name: str, names: list[str]) -> list[int]:
    """Where a tag stands: behind each tag that it is part of, then as the document has it."""
    parts = name.split(".")
    above = [".".join(parts[: i + 1]) for i in range(len(parts))]
    return [names.index(one) if one in names else -1 for one in above]


def _shown(name: str) -> str:
    """`products.attributes.terms` → `Products: attributes: terms`."""
    first, *rest = (part.replace("_", " ") for part in name.split("."))
    return ": ".join((first[:1].upper() + first[1:], *rest))
