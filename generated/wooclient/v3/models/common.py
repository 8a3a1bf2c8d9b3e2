"""Answers about common of wc/v3."""

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


class LinkTargetHints(Model):
    """Hints about the target of a link."""

    __shown__ = ("allow",)

    allow: list[str] | None = None
    """HTTP methods that this key may use on the target."""


class Link(Model):
    """One hyperlink of an answer."""

    __shown__ = ("id", "name", "title", "count")

    href: str
    """Address of the linked thing; in batches of items below a parent it holds the raw pattern of the route."""
    embeddable: bool | None = None
    """Whether `_embed` puts the linked thing into the answer."""
    templated: bool | None = None
    """Whether the address holds placeholders."""
    name: str | None = None
    """Short name of a link prefix."""
    taxonomy: str | None = None
    """Taxonomy that the linked terms belong to."""
    count: int | None = None
    """How many revisions the link leads to."""
    id: int | None = None
    """Number of the linked revision."""
    title: str | None = None
    """What the linked action is called."""
    targetHints: LinkTargetHints | None = None
    """What the store says about the target without being asked."""


class MetaData(Model):
    """One custom field, most often written by a plugin."""

    __shown__ = ("id", "key", "value")

    id: int
    """Number of the custom field. Send it to change or remove just this one."""
    key: str
    """Name of the custom field. Several fields may share one name."""
    value: Json
    """What the plugin stored. Send null with an id to remove the field. Single values come back as text, and of a
    number the store keeps 14 digits: send longer ones as text. Inside of lists and objects whole numbers stay.
    """
    display_key: str | None = None
    """Label shown to shop staff in place of `key`; only on lines of an order."""
    display_value: Json | None = None
    """Text shown to shop staff in place of `value`; only on lines of an order."""
