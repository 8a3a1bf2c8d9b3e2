"""Answers about common of wc/v3."""

from __future__ import annotations

from typing import Annotated

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, Json


class BatchItemParameters(Model):
    """The parameters with which the store tried to delete a variation."""

    id: int
    """Variation that was to be deleted."""

    product_id: int | None = None
    """Product it was looked for under."""

    force: bool | None = None
    """Always true, as a batch has no trash."""


class ErrorDetail(Model):
    """What is wrong with one parameter."""

    code: str
    """Kind of fault, for example `rest_invalid_type`."""

    message: str
    """The fault in words."""

    data: Json | None = None
    """More about the fault, or null."""


class ErrorData(Model):
    """Details of an error."""

    status: int | None = None
    """HTTP status of the answer."""

    params: dict[str, str] | list[str] | None = None
    """Complaint by parameter name, or the names of missing parameters."""

    details: Annotated[dict[str, ErrorDetail], MAP_OR_EMPTY_LIST] | None = None
    """Full error by parameter name."""

    resource_id: int | str | None = None
    """Item that already has the value which must be unique."""

    unique_sku: str | None = None
    """A stock keeping unit that would be free."""

    new_draft_order_id: int | None = None
    """Draft order that the refused request left behind."""


class Error(Model):
    """Why the store refused or failed."""

    code: str
    """Word that names the cause; plugins and WordPress add their own."""

    message: str
    """Explanation for people, in the language of the store."""

    data: ErrorData | int | str | None | list[Json] = None
    """Details, most often an object with the HTTP status."""

    additional_errors: list[Error] | None = None
    """Further errors of the same request."""

    additional_data: list[Json] | None = None
    """Further details of the same error."""


class BatchItemError(Model):
    """Outcome of one item of a batch that failed; the others are carried out all the same."""

    id: int | str | BatchItemParameters
    """Item that failed; 0 for one that was to be created. A variation that could not be deleted is named by all
    parameters of its deletion.
    """

    error: Error
    """Why it failed."""


class LinkTargetHints(Model):
    """Hints about the target of a link."""

    allow: list[str] | None = None
    """HTTP methods that this key may use on the target."""


class Link(Model):
    """One hyperlink of an answer."""

    href: str
    """Address of the linked thing."""

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

    id: int
    """Number of the custom field. Send it to change or remove just this one."""

    key: str
    """Name of the custom field. Several fields may share one name."""

    value: Json
    """What the plugin stored. Send null with an id to remove the field."""

    display_key: str | None = None
    """Label shown to shop staff in place of `key`; only on lines of an order."""

    display_value: Json | None = None
    """Text shown to shop staff in place of `value`; only on lines of an order."""
