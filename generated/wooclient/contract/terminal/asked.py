"""What command lines ask for, looked at: an address, certificates to trust, places to write to."""

from __future__ import annotations

import argparse
import os
import ssl
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from ..._runtime.address import store_url
from ..store.probing import Unfit


def address(url: str) -> str:
    """The address of a store. Raises Unfit for one that cannot be, or that holds a key."""
    if "@" in url.partition("//")[2].partition("/")[0]:
        raise Unfit("the address holds a user or a password: pass the key by --key and --secret, or the environment")
    try:
        found = store_url(url)
        _ = urlsplit(found).port  # raises for one that cannot be
    except ValueError as error:
        raise Unfit(str(error) if "address" in str(error) else f"{url!r} is no address: {error}") from None
    return found


def trust(asked: argparse.Namespace) -> ssl.SSLContext | bool:
    """Which certificates to trust. Raises Unfit if what is named cannot be used."""
    if asked.insecure:
        return False
    named = f"--ca-file {asked.ca_file}" if asked.ca_file else "what SSL_CERT_FILE or SSL_CERT_DIR names"
    try:
        if not asked.ca_file:
            _must_be_there("SSL_CERT_FILE", "SSL_CERT_DIR")
        return ssl.create_default_context(cafile=asked.ca_file) if asked.ca_file else httpx.create_ssl_context()
    except OSError as error:
        raise Unfit(f"{named} cannot be used: {error}") from None


def _must_be_there(*variables: str) -> None:
    """Raise OSError if a variable names a place where nothing is. Not every release of httpx looks."""
    for place in (os.environ.get(variable) for variable in variables):
        if place:
            Path(place).stat()


def make_room(places: Iterable[Path]) -> None:
    """See before a run that files can be written, so that it is not in vain. Raises Unfit if they cannot."""
    for place in places:
        with writable(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            was_there = place.exists()
            place.open("ab").close()
            if not was_there:
                place.unlink()


@contextmanager
def writable(place: Path) -> Generator[None, None, None]:
    """Raise Unfit if a file cannot be written."""
    try:
        yield
    except OSError as error:
        raise Unfit(f"the report {place} cannot be written: {error.strerror}") from None


def path(text: str) -> Path:
    """A place on the command line. Raises ArgumentTypeError for one that names nothing."""
    if not text.strip() or "\0" in text:
        raise argparse.ArgumentTypeError(f"{text!r} names nothing")
    return Path(text)
