"""Answers about marketplace of wc/v1."""

from wooclient._runtime.models import Model
from wooclient.v3.models.marketplace import MarketplaceFailure


class MarketplacePreviewPage(Model):
    """Markup of a preview and the styles that belong to it."""

    __shown__ = ("css", "html")

    css: str
    """Style sheet."""
    html: str
    """Markup, made harmless by the store."""


MarketplaceProductPreviewAnswer = MarketplacePreviewPage | MarketplaceFailure
