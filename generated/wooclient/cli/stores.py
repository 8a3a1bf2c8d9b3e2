"""Stores by name: in a config file of mode 600, in the keyring, or in the environment."""

from __future__ import annotations

import json
import os
import re
import stat
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from wooclient._runtime.errors import ConfigurationError
from wooclient._runtime.shapes import is_object
from wooclient._runtime.words import nearest

from .console import tell

#: Whose entries of the keyring are ours.
_SERVICE = "wooclient"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}").fullmatch


@dataclass(frozen=True)
class Store:
    """A store and how to get in. `repr` shows no secret.

    Attributes:
        url: The address of its front page.
        key: The consumer key; `secret` its secret.
        auth: How to show the key, as for `WooClient`.
        place: Where key and secret are kept: `file`, `keyring` or `environment`.
    """

    url: str
    key: str
    secret: str
    auth: str = "auto"
    place: str = "file"

    def __repr__(self) -> str:
        """The address only."""
        return f"<Store {self.url}>"


class Entry(NamedTuple):
    """A store as the config file has it. In the keyring, key and secret are empty here."""

    url: str
    auth: str
    key: str
    secret: str

    @property
    def place(self) -> str:
        """Where key and secret are kept."""
        return "file" if self.secret else "keyring"


class Config:
    """The config file. It is read when it is made, and written by `save`."""

    def __init__(self, path: Path | None = None) -> None:
        """Read the file, if there is one. Raises ConfigurationError if it cannot be read or protected."""
        self.path = path or config_path()
        found = _read(self.path)
        stores = found.get("stores", {})
        self.stores = {name: _entry(name, about, self.path) for name, about in stores.items()}
        self.default: str = found.get("default", "")

    def save(self) -> None:
        """Write the file anew: whole or not at all, readable by its owner only."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = {"default": self.default, "stores": {name: entry._asdict() for name, entry in self.stores.items()}}
        # mkstemp makes files of mode 600.
        handle, name = tempfile.mkstemp(dir=self.path.parent, prefix=f"{self.path.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                json.dump(about, file, indent=2)
                file.write("\n")
            Path(name).replace(self.path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise

    def add(self, name: str, store: Store, *, keyring: bool) -> None:
        """Note a store; the first one becomes the default."""
        if keyring:
            _keyring().set_password(_SERVICE, name, json.dumps([store.key, store.secret]))
        key, secret = ("", "") if keyring else (store.key, store.secret)
        self.stores[name] = Entry(store.url, store.auth, key, secret)
        self.default = self.default or name

    def remove(self, name: str) -> None:
        """Forget a store, and what the keyring has of it."""
        if self.entry(name).place == "keyring" and find_spec("keyring") is not None:
            from contextlib import suppress

            keyring = _keyring()
            with suppress(keyring.errors.PasswordDeleteError):  # it is gone already
                keyring.delete_password(_SERVICE, name)
        del self.stores[name]
        if self.default == name:
            self.default = next(iter(self.stores), "")

    def entry(self, name: str) -> Entry:
        """The entry of this name. Raises ConfigurationError that names the nearest one."""
        if name not in self.stores:
            close = nearest(name, self.stores)
            hint = f"did you mean {close!r}?" if close else "`wooclient store list` shows those there are"
            raise ConfigurationError(f"there is no store {name!r}; {hint}")
        return self.stores[name]

    def store(self, name: str) -> Store:
        """The store of this name with its key. Raises ConfigurationError if the keyring does not give it."""
        entry = self.entry(name)
        key, secret = (entry.key, entry.secret) if entry.secret else _from_keyring(name)
        return Store(entry.url, key, secret, entry.auth, entry.place)


def config_path() -> Path:
    """Where the config file is: what WOOCLIENT_CONFIG names, or the usual place of the system."""
    import click

    named = os.environ.get("WOOCLIENT_CONFIG")
    return Path(named) if named else Path(click.get_app_dir("wooclient")) / "stores.json"


def check_name(name: str) -> str:
    """A name that a store can have. Raises ConfigurationError for another one."""
    if not _NAME(name):
        raise ConfigurationError(f"{name!r} is no name of a store: use letters, digits, `-`, `_` and `.`")
    return name


def chosen(name: str, url: str) -> Store:
    """The store that a command is to work with.

    `url` goes with the key in WOO_KEY and WOO_SECRET. `name` is looked for in the config file, then as WOO_NAME_URL,
    WOO_NAME_KEY and WOO_NAME_SECRET in the environment. Without both it is WOO_STORE, else WOO_URL, else the default of
    the config file. Raises ConfigurationError if there is none.
    """
    if url:
        return _from_environment("WOO_", url)
    name = name or os.environ.get("WOO_STORE", "")
    prefix = f"WOO_{re.sub('[^A-Z0-9]', '_', name.upper())}_" if name else "WOO_"
    config = Config()
    if name not in config.stores and os.environ.get(f"{prefix}URL"):
        return _from_environment(prefix, os.environ[f"{prefix}URL"])
    found = name or config.default
    if not found:
        raise ConfigurationError(
            "no store is named: `wooclient store add NAME URL` notes one, or set WOO_URL, WOO_KEY and WOO_SECRET"
        )
    return config.store(found)


def _from_environment(prefix: str, url: str) -> Store:
    missing = [f"{prefix}{part}" for part in ("KEY", "SECRET") if not os.environ.get(f"{prefix}{part}")]
    if missing:
        raise ConfigurationError(f"the environment lacks {', '.join(missing)}")
    key, secret = os.environ[f"{prefix}KEY"].strip(), os.environ[f"{prefix}SECRET"].strip()
    return Store(url.strip(), key, secret, os.environ.get(f"{prefix}AUTH") or "auto", "environment")


def _read(path: Path) -> dict[str, Any]:
    try:
        with path.open(encoding="utf-8") as file:
            _protect(path, os.fstat(file.fileno()))
            found: Any = json.load(file)
    except FileNotFoundError:
        return {}
    except ValueError as error:
        raise ConfigurationError(
            f"{path} is damaged ({error}): mend it, or remove it and add the stores anew"
        ) from None
    if not is_object(found):
        raise ConfigurationError(f"{path} holds no object: remove it and add the stores anew")
    return found


def _protect(path: Path, about: os.stat_result) -> None:
    """Take from others what lets them read or write the file. Raises ConfigurationError where that fails."""
    if os.name != "posix" or not about.st_mode & 0o077:
        return
    mode = f"{stat.S_IMODE(about.st_mode):o}"
    try:
        path.chmod(0o600)
    except OSError:
        raise ConfigurationError(
            f"{path} has mode {mode}, so that others can read its keys, and it cannot be changed: run `chmod 600` on it"
        ) from None
    tell(f"{path} had mode {mode}; it has 600 now. If others use this machine, revoke its keys and make new ones")


def _entry(name: str, about: Any, path: Path) -> Entry:
    held: Mapping[str, Any] = about if is_object(about) else {}
    found: list[Any] = [held.get(field, "auto" if field == "auth" else "") for field in Entry._fields]
    if not found[0] or not all(isinstance(one, str) for one in found):
        raise ConfigurationError(f"{path}: the store {name!r} is damaged: remove it and add it anew")
    return Entry(*found)


def _keyring() -> Any:
    from importlib import import_module

    if find_spec("keyring") is None:
        raise ConfigurationError("the keyring needs the package keyring: pip install 'wooclient[keyring]'")
    return import_module("keyring")


def _from_keyring(name: str) -> tuple[str, str]:
    keyring = _keyring()
    try:
        text = keyring.get_password(_SERVICE, name)
    except keyring.errors.KeyringError as error:
        raise ConfigurationError(f"the keyring cannot be read: {error}") from None
    if not text:
        raise ConfigurationError(f"the keyring has no key of {name!r}: add the store anew")
    key, secret = json.loads(text)
    return key, secret
