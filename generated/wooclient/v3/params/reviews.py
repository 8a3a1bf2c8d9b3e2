"""What calls about reviews of wc/v3 take."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required

from wooclient._runtime.declared import FieldsInput, LocalDateTimeInput, MomentInput, UtcDateTimeInput
from wooclient._runtime.inputs import Parameters


class ProductReviewListParams(Parameters, total=False):
    """Parameters of products.reviews.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    page: int
    """Number of the page. A page past the end is an empty list. At least 1. Default: 1."""
    per_page: int
    """How many items a page holds. From 1 to 100. Default: 10."""
    search: str
    """Only reviews with this in their text or in the name, address or IP of the reviewer."""
    after: MomentInput
    """Only reviews written after this moment (ISO 8601 with a time; shop time unless it has an offset)."""
    before: MomentInput
    """Only reviews written before this moment (ISO 8601 with a time; shop time unless it has an offset)."""
    exclude: Sequence[int]
    """Leave out the items with these ids."""
    include: Sequence[int]
    """Only the items with these ids."""
    offset: int
    """Skip this many items from the start of the results. The totals in the headers still count them."""
    order: Literal["asc", "desc"]
    """Direction of the sort that `orderby` names. Default: desc."""
    orderby: Literal["date", "date_gmt", "id", "include", "product"] | str
    """Field to sort by. `include` keeps the order of the ids in `include`. Default: date_gmt."""
    reviewer: Sequence[int]
    """Only reviews by these users of the shop. Guests have no number."""
    reviewer_exclude: Sequence[int]
    """Leave out reviews by these users of the shop."""
    reviewer_email: str
    """Only reviews written under this address."""
    product: Sequence[int]
    """Only reviews of these products."""
    status: Literal["all", "hold", "approved", "spam", "trash"]
    """Only reviews in this state. `all` means approved and on hold, without spam and trash. Default: approved."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductReviewGetParams(Parameters, total=False):
    """Parameters of products.reviews.get."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
    fields: FieldsInput
    """Names of the fields to answer; all others are left out. The `id` is always included. If `a.b` is named, the whole
    `a` comes.
    """


class ProductReviewDeleteParams(Parameters, total=False):
    """Parameters of products.reviews.delete."""

    force: bool
    """Delete permanently instead of moving to the trash. Records that have no trash need this. Default: false."""


class ProductReviewFields(Parameters, total=False):
    """What ProductReviewCreate and ProductReviewUpdate have in common."""

    date_created: LocalDateTimeInput
    """When it was written, shop time. The store does not announce that requests may set it, but they may, for example
    to bring reviews over from elsewhere.
    """
    date_created_gmt: UtcDateTimeInput
    """When it was written, UTC. Requests may set it in place of `date_created`."""
    status: Literal["approved", "hold", "spam", "unspam", "trash", "untrash"]
    """State of the review. `post-trashed` means that its product is in the trash. Requests know `unspam` and `untrash`
    besides, which bring back the state of before. Default for a new one: approved.
    """
    rating: int
    """Stars from 1 to 5, or 0 if none were given. The store does not check the range."""
    verified: bool
    """Whether the reviewer bought the product. Requests can set it to true since WooCommerce 9.3; earlier releases
    ignore it, and false is always ignored.
    """


class ProductReviewCreate(ProductReviewFields, total=False):
    """A new review."""

    product_id: Required[int]
    """Number of the product; a variation is refused."""
    reviewer: Required[str]
    """Name that the review appears under."""
    reviewer_email: Required[str]
    """Address of the reviewer, not shown in the shop; "" if there is none. A new review with an invalid address is kept
    without one, an update with it is refused.
    """
    review: Required[str]
    """The text, in `view` context wrapped in paragraphs. It must not be empty."""


class ProductReviewOutcomeBatch(Parameters, total=False):
    """Several changes to items of type ProductReviewOutcome in one request."""

    create: Sequence[ProductReviewCreate]
    """Items to make."""
    update: Sequence[ProductReviewOutcomeBatchItem]
    """Items to change, each with its `id`."""
    delete: Sequence[int]
    """Items to delete permanently, by id."""


class ProductReviewUpdate(ProductReviewFields, total=False):
    """Changes to a review."""

    product_id: int
    """Number of the product; a variation is refused."""
    reviewer: str
    """Name that the review appears under."""
    reviewer_email: str
    """Address of the reviewer, not shown in the shop; "" if there is none. A new review with an invalid address is kept
    without one, an update with it is refused.
    """
    review: str
    """The text, in `view` context wrapped in paragraphs. It must not be empty."""


class ProductReviewOutcomeBatchItem(ProductReviewUpdate, total=False):
    """Changes to one item of a batch."""

    id: Required[int]
    """Item to change."""
