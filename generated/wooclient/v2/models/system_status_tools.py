"""Answers about system status tools of wc/v2."""

from pydantic import Field

from wooclient._runtime.models import Model
from wooclient._runtime.scalars import Json


class SystemStatusTool(Model):
    """A repair job."""

    __shown__ = ("id", "name", "message")

    id: str
    """Word that names the job."""
    name: str
    """What the job is called, in the language of the store."""
    action: str
    """Text on the button that runs it."""
    description: str
    """What the job does, with its warnings."""
    success: bool | None = None
    """Whether the job went well; only in the answer to a run."""
    message: str | None = None
    """What the job has to say; only in the answer to a run."""
    links: Json | None = Field(default=None, alias="_links")
    """Hyperlinks from this item to itself, its list and its relatives, by relation."""
