"""Answers about common errors of wc/v2."""

from typing import Annotated

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, Json


class BatchItemParameters(Model):
    """The parameters with which the store tried to delete a variation."""

    __shown__ = ("id", "product_id")

    id: int
    """Variation that was to be deleted."""
    product_id: int | None = None
    """Product it was looked for under."""
    force: bool | None = None
    """Always true, as a batch has no trash."""


class ErrorDetail(Model):
    """What is wrong with one parameter."""

    __shown__ = ("code", "message")

    code: str
    """Kind of fault, for example `rest_invalid_type`."""
    message: str
    """The fault in words."""
    data: Json | None = None
    """More about the fault, or null."""


class ErrorData(Model):
    """Details of an error."""

    __shown__ = ("status",)

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

    __shown__ = ("code", "message")

    code: str
    """Word that names the cause; plugins and WordPress add their own."""
    message: str
    """Explanation for people, in the language of the store."""
    data: ErrorData | int | str | list[Json] | None = None
    """Details, most often an object with the HTTP status."""
    additional_errors: "list[Error] | None" = None
    """Further errors of the same request."""
    additional_data: list[Json] | None = None
    """Further details of the same error."""


class BatchItemError(Model):
    """Outcome of one item of a batch that failed; the others are carried out all the same."""

    __shown__ = ("id", "error")

    id: int | str | BatchItemParameters
    """Item that failed; 0 for one that was to be created. A variation that could not be deleted is named by all
    parameters of its deletion.
    """
    error: Error
    """Why it failed."""
