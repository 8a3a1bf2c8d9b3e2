"""Answers about products parts of wc/v1."""

from wooclient._runtime.models import Model


class ProductAttributeChoice(Model):
    """A trait with the options this product has. A variation listed as a product has `option` alone."""

    __shown__ = ("id", "name", "option", "options")

    id: int
    """Number of the shared attribute; 0 for one that only this product has."""
    name: str
    """Title of the trait; names it in requests when `id` is 0 or absent."""
    position: int | None = None
    """Place among the traits, counted from 0."""
    visible: bool | None = None
    """Whether the product page lists it."""
    variation: bool | None = None
    """Whether variations differ in it."""
    options: list[str] | None = None
    """Names of the options. A shared attribute without any is dropped."""
    option: str | None = None
    """Option of a variation that a search turned up."""
