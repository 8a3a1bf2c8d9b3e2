"""What calls about system status of wc/v3 take."""

from __future__ import annotations

from typing import Literal

from wooclient._runtime.inputs import Parameters

#: Keys that Python cannot spell as the store does.
WIRE_NAMES: dict[str, str] = {}


class SystemStatusGetParams(Parameters, total=False):
    """Parameters of system_status.get."""

    context: Literal["view"]
    """Only `view` exists here, so there is nothing to choose. Left out: view."""


class SystemStatusToolListParams(Parameters, total=False):
    """Parameters of system_status.tools.list."""

    context: Literal["view", "edit"]
    """`view` gives texts rendered for visitors, `edit` gives them as stored and adds fields that only shop managers
    see. Left out: view.
    """


class SystemStatusToolUpdate(Parameters, total=False):
    """Body of a run. Nothing in it changes what happens: the named fields are checked for their type and then dropped."""

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
