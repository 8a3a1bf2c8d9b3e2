"""What is special about the things of one kind, and how one of them is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ..._runtime.shapes import is_array, is_mapping
from ..calls.steps import Steps
from ..described.bodies import member
from ..described.description import Json
from ..running.run import Run

Ids = tuple[int | str, ...]
#: A number that no store has come to yet, and a word that names nothing.
NOBODY, NOTHING = 999999999, "woospec-none"
#: So many pieces that no shop calls them few: whoever minds the stock gets mail of what runs low, or out.
MANY = 100007
#: What a store may keep in tables of its own.
_ORDERS = frozenset({"orders", "orders.refunds"})


@dataclass(frozen=True)
class Place:
    """What a thing lives under: ids that go before its own, and words that its texts may name, such as `{product}`."""

    ids: Ids = ()
    words: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Life:
    """What is special about the things of one kind.

    In texts, `{mark}` stands for the run's own word, `{id}` for what the store calls the thing; a text that is nothing
    but such a word becomes the word's value, whatever its type.

    Attributes:
        kind: The operations' ids without the verb.
        new: What to make one with. Fields that a version does not have are left out there.
        change: What to change about it.
        found_by: Parameters of the list that must find it and nothing else; empty if the list cannot be narrowed.
        again: Codes of which one must come if another is made with the same; empty if that is allowed.
        key: The field by which paths name it.
        bare: What a delete without `force` does: it is refused, puts into the trash, or removes all the same.
        hidden: Fields that are written but never shown.
        rounded: Amounts that the store writes with its own number of decimals.
        place: Makes what it lives under.
        after: What has to be done about one as soon as it is made.
    """

    kind: str
    new: Mapping[str, Any]
    change: Mapping[str, Any] = field(default_factory=dict[str, Any])
    found_by: Mapping[str, Any] = field(default_factory=dict[str, Any])
    again: frozenset[str] = frozenset()
    key: str = "id"
    bare: Literal["refused", "trash", "removes"] = "refused"
    hidden: frozenset[str] = frozenset()
    rounded: frozenset[str] = frozenset()
    place: Callable[[Run], Steps[Place]] | None = None
    after: Callable[[Run, Ids], Steps[None]] | None = None


def settle(life: Life, run: Run) -> Steps[Place]:
    """Make what a thing of the kind lives under; it is removed at the end."""
    return (yield from life.place(run)) if life.place else Place()


def fresh(life: Life, run: Run, place: Place, mark: str = "") -> Json:
    """What to create one with in the run's version; `mark` tells it from others of the same run."""
    return run.fit(f"{life.kind}.create", filled(life.new, {**place.words, "mark": mark or run.mark}))


def forced(kind: str, run: Run) -> Json:
    """What a delete takes to be permanently."""
    return run.fit(f"{kind}.delete", {"force": True})


def keep(run: Run, kind: str, ids: Ids) -> None:
    """Have something that was just made removed at the end: by wc/v3 where the version would not find it."""
    if unseen(run, kind):
        run.made(f"{kind}.delete", *ids, stage="v3", force=True)
    else:
        run.made(f"{kind}.delete", *ids, **forced(kind, run))


def made_one(life: Life, run: Run, ids: Ids) -> Steps[None]:
    """Have a thing of the kind that was just made removed at the end, and do what has to be done about it at once."""
    keep(run, life.kind, ids)
    if life.after is not None:
        yield from life.after(run, ids)


def unseen(run: Run, kind: str) -> str:
    """Why the version finds no thing of the kind on this store, although it can make one; empty if it does."""
    if no_posts(run) and run.version == "v1" and kind in _ORDERS:
        return "this store keeps orders in tables of their own, where wc/v1 does not look"
    return ""


def from_tables(run: Run, kind: str) -> bool:
    """Whether things of the kind are read from tables of their own, not from WordPress's posts."""
    return kind in _ORDERS and run.version != "v1" and bool(member(_settings(run), "HPOS_enabled"))


def only_posts(run: Run) -> bool:
    """Whether the store says that it keeps orders as WordPress's posts and nowhere else."""
    return member(_settings(run), "HPOS_enabled") is False


def no_posts(run: Run) -> bool:
    """Whether the store keeps orders in tables of their own and not as posts too."""
    return bool(member(_settings(run), "HPOS_enabled")) and not member(_settings(run), "HPOS_sync_enabled")


def _settings(run: Run) -> Any:
    return member(run.system, "settings")


def filled(values: Any, words: Mapping[str, Any]) -> Any:
    """`values` with words in the place of their names in all texts."""
    if isinstance(values, str):
        name = values[1:-1]
        return words[name] if values == f"{{{name}}}" and name in words else _replaced(values, words)
    if is_mapping(values):
        return {key: filled(value, words) for key, value in values.items()}
    return [filled(value, words) for value in values] if is_array(values) else values


def _replaced(text: str, words: Mapping[str, Any]) -> str:
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", str(word))
    return text
