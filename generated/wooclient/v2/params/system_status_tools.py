"""What calls about system status tools of wc/v2 take."""

from __future__ import annotations

from wooclient._runtime.inputs import Parameters


class SystemStatusToolUpdate(Parameters, total=False):
    """Body of a run. Nothing in it changes what happens: the named fields are checked for their type and then
    dropped.
    """

    confirm: bool
    """Older clients send this to say that they mean it; not looked at."""
    name: str
    """Not used."""
    action: str
    """Not used."""
    description: str
    """Not used."""
    success: bool
    """Not used."""
    message: str
    """Not used."""
