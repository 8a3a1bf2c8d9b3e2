"""`python -m wooclient.mock`: the mock store as a server."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .faults import PROFILES
from .server import Server, tls_context
from .store import MockStore


def parser(prog: str = "python -m wooclient.mock") -> argparse.ArgumentParser:
    """What the command line takes; `prog` is what the command is called."""
    found = argparse.ArgumentParser(prog=prog, description="A WooCommerce store to test against.")
    found.add_argument("--host", default="127.0.0.1", help="address to listen on")
    found.add_argument("--port", type=int, default=8080, help="port to listen on; 0 picks a free one")
    found.add_argument("--tls", action="store_true", help="serve HTTPS with a certificate made at the start")
    found.add_argument("--ca-file", help="where to write the authority that clients must trust (with --tls)")
    found.add_argument("--url", help="the address that the store believes to have; that of the server by default")
    found.add_argument("--scheme", choices=("http", "https"), help="take requests to have come this way")
    found.add_argument("--seed", metavar="FILE|fresh", help="what the store begins with; fresh: a new installation")
    found.add_argument("--db", help="a file that keeps the state; it is there again at the next start")
    for name in ("", "read-only-", "write-only-"):
        found.add_argument(
            f"--{name}key",
            default="",
            metavar="ck_…",
            help=f"a {name or 'read-write-'}key to have".replace("-key", " key"),
        )
        found.add_argument(f"--{name}secret", default="", metavar="cs_…", help="and its secret")
    found.add_argument("--release", default="", metavar="10.0", help="the release of WooCommerce to be like")
    found.add_argument("--profile", action="append", default=[], choices=list(PROFILES), help="a fault to switch on")
    return found


def main(arguments: Sequence[str] | None = None, prog: str = "python -m wooclient.mock") -> int:
    """Run until told to stop; `prog` is what the command is called."""
    options = parser(prog).parse_args(arguments)
    try:
        asyncio.run(serve(options))
    except (OSError, ValueError) as error:
        print(f"mock store: {error}", file=sys.stderr)
        return 1
    return 0


async def serve(options: argparse.Namespace) -> None:
    """Listen, say so, and stop on SIGTERM or Ctrl-C."""
    context, authority = tls_context(options.host) if options.tls else (None, b"")
    store = MockStore(
        options.seed, options.db, key=options.key, secret=options.secret, scheme=options.scheme,
        profiles=options.profile, url=options.url or "http://127.0.0.1", release=options.release,
    )  # fmt: skip
    server = Server(store, options.host, options.port, context)
    await server.start()
    scheme = "https" if context else "http"
    if not options.url:
        host = f"[{options.host}]" if ":" in options.host else options.host
        store.move(f"{scheme}://{host}:{server.port}")
    for name, permissions in (("read_only", "read"), ("write_only", "write")):
        key, secret = getattr(options, f"{name}_key"), getattr(options, f"{name}_secret")
        if key and store.keys.find(key) is None:
            store.keys.create(permissions, f"From the command line ({permissions})", key=key, secret=secret)
    if authority:
        place = Path(options.ca_file or Path(tempfile.mkdtemp(prefix="wooclient-mock-")) / "ca.pem")
        place.write_bytes(authority)
        print(f"Authority to trust: {place}")
    print(f"Mock store ready: {store.url} key={store.key} secret={store.secret}", flush=True)
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
    await server.stop()
    store.close()


if __name__ == "__main__":
    sys.exit(main())
