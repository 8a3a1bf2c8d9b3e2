"""Answers about layout templates of wc/v3."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, Json


class LayoutBlockCondition(Model):
    """A condition that the editor evaluates."""

    __shown__ = ("expression",)

    expression: str
    """Expression in a language much like JavaScript."""


class LayoutBlockAttributes(Model):
    """Settings of a block; besides these three, whatever the block defines."""

    __shown__ = (
        "templateBlockId",
        "templateBlockOrder",
        "templateBlockHideConditions",
        "templateBlockDisableConditions",
    )

    templateBlockId: str = Field(alias="_templateBlockId")
    """Name of this block, unique within the template."""
    templateBlockOrder: int = Field(alias="_templateBlockOrder")
    """Place among its siblings; small numbers come first."""
    templateBlockHideConditions: list[LayoutBlockCondition] | None = Field(
        default=None, alias="_templateBlockHideConditions"
    )
    """Conditions under which the editor hides the block."""
    templateBlockDisableConditions: list[LayoutBlockCondition] | None = Field(
        default=None, alias="_templateBlockDisableConditions"
    )
    """Conditions under which the editor greys the block out."""


class LayoutTemplate(Model):
    """A form made of blocks."""

    __shown__ = ("id", "title")

    id: str
    """Word that names the template, for example `simple-product`."""
    title: str
    """Heading for people, or empty."""
    description: str
    """Explanation for people, or empty."""
    area: str
    """Part of the admin area that the template is for, for example `product-form`."""
    blockTemplates: list[list[str | LayoutBlockAttributes | list[Json]]]
    """Blocks of the top level, in order."""


LayoutTemplatesAllAnswer = Annotated[dict[str, LayoutTemplate], MAP_OR_EMPTY_LIST]
