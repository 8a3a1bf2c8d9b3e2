"""Answers about common of wc-api/v2."""

from wooclient._runtime.models import Model


class BulkFailure(Model):
    """Cause for which one item of a bulk request failed."""

    __shown__ = ("code", "message")

    code: str
    """Word that names the cause, as in any other error."""
    message: str
    """Explanation for people, in the language of the store."""


class Message(Model):
    """What became of a deletion."""

    __shown__ = ("message",)

    message: str
    """Outcome in words, in the language of the store."""
