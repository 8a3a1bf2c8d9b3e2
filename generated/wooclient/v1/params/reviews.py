"""What calls about reviews of wc/v1 take."""

from __future__ import annotations

from typing import Literal

from wooclient._runtime.declared import FieldsInput
from wooclient._runtime.inputs import Parameters


class ProductReviewListParams(Parameters, total=False):
    """Parameters of products.reviews.list."""

    context: Literal["view", "edit"]
    """`view` gives texts as visitors see them; `edit` gives them as stored, and more fields. Default: view."""
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
