"""How a client is copied, and handed to another process."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from .connections import Connections
from .drift import Drift

if TYPE_CHECKING:
    from .options import Options

#: What a copy makes anew.
_OWN = ("_connections", "_is_copy", "drift")


class Handed:
    """A client that can be pickled and copied. A copy has connections and counts of its own, but the same key.

    The pickle holds the secret in readable form: hand it to processes of your own, and write it nowhere.
    """

    if TYPE_CHECKING:
        options: Options
        drift: Drift
        _connections: Connections[Any, Any]
        _is_copy: bool

    def __getstate__(self) -> dict[str, Any]:
        """All that another process needs to make the same requests. Raises TypeError if something cannot be handed."""
        carrier = self._connections
        if carrier.http_client is not None:
            raise TypeError(
                f"this {type(self).__name__} cannot be handed to another process: its http_client holds connections, "
                "which belong to this one; make the client there, or make it without http_client"
            )
        _check(self, "transport", carrier.transport)
        for hook in self.options.hooks:
            _check(self, f"hook {getattr(hook, '__qualname__', hook)}", hook)
        return {**_kept(self), "transport": carrier.transport}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Become the client that was handed over, without connections yet."""
        self._become(state, None, state.pop("transport"))

    def __copy__(self) -> Self:
        """A client that shares connections and drift, as `with_options` makes it."""
        return self.with_options()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        """A client with connections of its own. An `http_client` or `transport` that was passed in is shared."""
        other = object.__new__(type(self))
        other._become(_kept(self), self._connections.http_client, self._connections.transport)
        return other

    if TYPE_CHECKING:

        def with_options(self) -> Self:
            """A client that shares connections."""
            ...

    def _become(self, state: dict[str, Any], http_client: Any, transport: Any) -> None:
        vars(self).update(state)
        self.drift, self._is_copy = Drift(), False
        self._connections = Connections(http_client, transport)


def _kept(client: Handed) -> dict[str, Any]:
    """The attributes of a client without those that are made when they are named."""
    made = {name for kind in type(client).__mro__ for name, v in vars(kind).items() if isinstance(v, cached_property)}
    return {name: value for name, value in vars(client).items() if name not in made and name not in _OWN}


def _check(client: Handed, name: str, part: Any) -> None:
    import pickle  # whoever copies a client only has no need of it

    try:
        pickle.dumps(part)
    except Exception as error:
        raise TypeError(
            f"this {type(client).__name__} cannot be handed to another process: its {name} cannot be pickled ({error})"
            "; use what a module defines at its top, or make the client there"
        ) from error
