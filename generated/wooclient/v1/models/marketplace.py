"""Answers about marketplace of wc/v1."""

from typing import Literal

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


class MarketplaceFailureData(Model):
    """Why it did not work."""

    __shown__ = ("code", "message")

    message: str
    """For people, in the language of the store."""
    code: str | int | None = None
    """Word that names the cause; only newer releases send it."""
    data: Json | None = None
    """More about the cause."""


class MarketplaceFailure(Model):
    """That something did not work."""

    __shown__ = ("success", "data")

    success: Literal[False]
    """Always false."""
    data: MarketplaceFailureData
    """Why it did not work."""


class MarketplacePreviewPage(Model):
    """Markup of a preview and the styles that belong to it."""

    __shown__ = ("css", "html")

    css: str
    """Style sheet."""
    html: str
    """Markup, made harmless by the store."""


MarketplaceProductPreviewAnswer = MarketplacePreviewPage | MarketplaceFailure
