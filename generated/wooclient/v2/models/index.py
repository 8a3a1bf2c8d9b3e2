"""Answers about index of wc/v2."""

from typing import Annotated

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import MAP_OR_EMPTY_LIST, NONE_AS_EMPTY_LIST, Json, Number


class IndexField(Model):
    """A field inside an object or an element of a list, described with words of JSON Schema."""

    __shown__ = ("type", "description")

    description: str | None = None
    """Explanation of the field by whoever made it."""
    type: str | list[str] | None = None
    """JSON type or types of the field."""
    default: Json | None = None
    """Value the store takes when none is sent."""
    required: bool | list[str] | None = None
    """Whether the field must be there, or the names of the fields that must be."""
    enum: list[str | Number | bool | None] | dict[str, str] | None = None
    """Accepted values; a map where a plugin left gaps in the numbering."""
    format: str | None = None
    """Further form of a text, for example `uri`."""
    minimum: Number | None = None
    """Smallest number accepted."""
    maximum: Number | None = None
    """Largest number accepted."""
    context: list[str] | str | None = None
    """Contexts in which answers show the field."""
    validate_callback: str | None = None
    """PHP function that checks the value."""
    sanitize_callback: str | None = None
    """PHP function that cleans the value."""
    readonly: bool | None = None
    """Whether requests cannot set the field."""
    items: "Annotated[IndexField | None, NONE_AS_EMPTY_LIST] | None" = None
    """What the elements of a list must be."""
    properties: "Annotated[dict[str, IndexField], MAP_OR_EMPTY_LIST] | None" = None
    """What the fields of an object must be, by name."""


class IndexArgument(Model):
    """A parameter in the query, the path or the body, described with words of JSON Schema."""

    __shown__ = ("type", "required", "default", "description")

    description: str | None = None
    """Explanation of the parameter by whoever made it."""
    type: str | list[str] | None = None
    """JSON type or types the store accepts."""
    default: Json | None = None
    """Value the store takes when none is sent."""
    required: bool
    """Whether a request without it is refused."""
    enum: list[str | Number | bool | None] | dict[str, str] | None = None
    """Accepted values; a map where a plugin left gaps in the numbering."""
    format: str | None = None
    """Further form of a text, for example `date-time`."""
    minimum: Number | None = None
    """Smallest number accepted."""
    maximum: Number | None = None
    """Largest number accepted."""
    items: Annotated[IndexField | None, NONE_AS_EMPTY_LIST] | None = None
    """What the elements of a list must be."""
    properties: Annotated[dict[str, IndexField], MAP_OR_EMPTY_LIST] | None = None
    """What the fields of an object must be, by name."""


class IndexEndpoint(Model):
    """Some methods of a route and their parameters."""

    __shown__ = ("methods",)

    methods: list[str]
    """HTTP methods that this handler serves."""
    allow_batch: dict[str, bool] | None = None
    """Versions of the WordPress batch interface that may call this handler."""
    args: Annotated[dict[str, IndexArgument], MAP_OR_EMPTY_LIST]
    """Parameters by name; an empty list where there are none."""


class IndexRoute(Model):
    """A route and what can be done with it."""

    __shown__ = ("namespace", "methods")

    namespace: str
    """Namespace that the route belongs to."""
    methods: list[str]
    """All HTTP methods of the route, taken together."""
    endpoints: list[IndexEndpoint]
    """The handlers of the route, each with its own parameters."""
    schema_: Json | None = Field(default=None, alias="schema")
    """JSON Schema of the items; only with `context=help`."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""


class NamespaceIndex(Model):
    """What a namespace of the API consists of."""

    __shown__ = ("namespace",)

    namespace: str
    """The namespace listed here, for example `wc/v3`."""
    routes: dict[str, IndexRoute]
    """Routes by their pattern; placeholders are written as regular expressions."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
