"""The options by which every command names its store, and the clients made from them."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from .app import World
from .console import tell
from .stores import Store, chosen

if TYPE_CHECKING:
    from wooclient import WooClient

P = ParamSpec("P")
R = TypeVar("R")

_OPTIONS = (
    click.option("--store", "store_name", default="", metavar="NAME", help="A store that `store add` noted."),
    click.option("--url", default="", help="A store's address; its key is in WOO_KEY and WOO_SECRET."),
    click.option("--mock", "use_mock", is_flag=True, help="A mock store of its own in this process."),
    click.option("--ca-file", default="", metavar="FILE", help="Trust this authority's certificates."),
    click.option("--insecure", is_flag=True, help="Trust any certificate."),
    click.option("--timeout", default=30.0, show_default=True, help="Seconds to wait for an answer."),
)
JSON = click.option("--json", "as_json", is_flag=True, help="JSON lines for programs.")


@dataclass(frozen=True)
class Opened:
    """A chosen store, ready for clients.

    Attributes:
        store: Its address and key.
        transport: Where requests go instead of over the network; None for over it.
        verify: Which certificates to trust.
        timeout: Seconds to wait for an answer.
    """

    store: Store
    transport: Any
    verify: ssl.SSLContext | bool
    timeout: float

    def client(self, **options: Any) -> WooClient:
        """A client of the store."""
        import httpx

        from wooclient import WooClient

        carrier = self.transport or httpx.HTTPTransport(verify=self.verify)
        about: dict[str, Any] = {"auth": self.store.auth, "timeout": self.timeout, "transport": carrier, **options}
        return WooClient(self.store.url, key=self.store.key, secret=self.store.secret, **about)


@dataclass(frozen=True)
class Named:
    """The options by which a command named its store."""

    name: str
    url: str
    use_mock: bool
    ca_file: str
    insecure: bool
    timeout: float

    @contextmanager
    def open(self, world: World) -> Generator[Opened]:
        """The store. Raises ConfigurationError if there is none of that name."""
        if self.use_mock:
            from wooclient.mock import MockStore

            with MockStore() as mock:
                store = Store(mock.url, mock.key, mock.secret, place="mock")
                yield Opened(store, mock.transport, verify=True, timeout=self.timeout)
            return
        yield Opened(chosen(self.name, self.url), world.transport, self.trust(), self.timeout)

    def trust(self) -> ssl.SSLContext | bool:
        """Which certificates to trust."""
        if self.insecure:
            tell("warning: --insecure trusts any certificate; whoever sits between can read the key")
            return False
        if not self.ca_file:
            return True
        try:
            return ssl.create_default_context(cafile=self.ca_file)
        except OSError as error:
            raise click.UsageError(f"--ca-file {self.ca_file} cannot be used: {error}") from None


def store_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give a command the options for stores; its first argument is then what they say."""
    from functools import wraps

    @wraps(command)
    def with_store(
        *, store_name: str, url: str, use_mock: bool, ca_file: str, insecure: bool, timeout: float, **rest: Any
    ) -> R:
        if sum(map(bool, (store_name, url, use_mock))) > 1:
            raise click.UsageError("name one store: --store, --url or --mock")
        return command(Named(store_name, url, use_mock, ca_file, insecure, timeout), **rest)

    made: Callable[..., R] = with_store
    for option in reversed(_OPTIONS):
        made = option(made)
    return made
