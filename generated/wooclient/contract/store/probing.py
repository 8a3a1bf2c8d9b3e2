"""The first look at a store: is it one, does the key open it, which versions does it serve?

Whatever keeps a run from beginning is said in one sentence. Nothing is changed.
"""

from __future__ import annotations

import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from ... import __version__
from ..._runtime.errors import AnswerError, AuthenticationError, PermissionDenied, WooError
from ..._runtime.shapes import is_array, is_object
from ..calls.recording import parsed
from ..described.clients import client_operations
from ..described.description import Json, description
from ..described.index import has_namespace, served
from .target import Target

_AGENT = {"User-Agent": f"wooclient/{__version__} contract", "Accept": "application/json"}
#: The version that sets the stage and clears up.
_STAGE = "v3"
#: No release is called by a longer text.
_RELEASE = 40
_KEYS = "WooCommerce > Settings > Advanced > REST API"


class Unfit(Exception):
    """Why the suite cannot run on a store, in a sentence for people."""


@dataclass(frozen=True)
class Store:
    """What a store says of itself.

    Attributes:
        url: The address of its front page.
        served: By version that was asked for and that it serves, ids of the operations in its index.
        stage: Ids of the operations of wc/v3 in its index, which set the stage and clear up for all versions.
        system: Its own report (`system_status` of wc/v3); empty if the key may not see it.
        release: WooCommerce's release; empty if it does not tell.
    """

    url: str
    served: dict[str, frozenset[str]]
    stage: frozenset[str]
    system: Json
    release: str


def probe(target: Target, versions: Sequence[str], *, writes: bool) -> Store:
    """Look at a store. Raises Unfit if a run makes no sense."""
    with httpx.Client(transport=target.sync_transport(), headers=_AGENT, timeout=target.timeout) as http:
        indexes = {version: _index(http, target.url, version) for version in dict.fromkeys((_STAGE, *versions))}
        there = {version: index for version, index in indexes.items() if index is not None}
        if not any(version in there for version in versions):
            raise Unfit(_why_none(http, target.url, versions))
    try:
        listed = {version: served(description(version), index) for version, index in there.items()}
    except ValueError as error:
        raise Unfit(str(error)) from None
    _must_read(target, next(iter(there)))
    if writes:
        if _STAGE not in there:
            raise Unfit(f"--allow-writes needs a store that serves wc/v3, which {target.url} does not")
        _must_write(target)
    system = _system(target)
    asked = {version: listed[version] for version in versions if version in listed}
    return Store(target.url, asked, listed.get(_STAGE, frozenset()), system, _release(system, there))


def _index(http: httpx.Client, url: str, version: str) -> Json | None:
    """The index of a version; None if the store does not serve it."""
    described = description(version)
    answer = _get(http, url, described.prefix)
    if answer.is_redirect:
        raise Unfit(_redirected(url, answer))
    if answer.status_code == 429:
        raise Unfit(f"{url} answers 429: it takes no more calls for now; try again later, with --workers 1")
    if answer.status_code in (401, 403) or answer.status_code >= 500:
        refusal = f"{url} answers {answer.status_code}{_code(answer)} where {described.prefix} should be"
        raise Unfit(refusal + _hint(answer))
    body = _json(answer)
    return body if has_namespace(body, described) else None


def _get(http: httpx.Client, url: str, path: str) -> httpx.Response:
    try:
        return http.get(url + path)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Unfit(f"{url!r} is no address: {error}") from None
    except httpx.TimeoutException:
        raise Unfit(f"{url} did not answer in time: is the store up, and is the address right?") from None
    except httpx.TransportError as error:
        raise Unfit(_unreachable(url, error)) from None


def _unreachable(url: str, error: BaseException) -> str:
    causes = list(_causes(error))
    wrong = next((cause for cause in causes if isinstance(cause, ssl.SSLCertVerificationError)), None)
    if wrong is not None:
        return (
            f"the certificate of {url} is not trusted ({wrong.verify_message}): name the authority to trust with "
            "--ca-file FILE, or pass --insecure to trust any"
        )
    host = urlsplit(url).netloc
    if any("getaddrinfo" in str(c) or "Name or service" in str(c) or "nodename" in str(c) for c in causes):
        return f"there is no host {host}: is the address right?"
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return f"{host} does not speak https here ({error}): is the address right, and should it begin with http://?"
    return f"{url} cannot be reached ({error}): is the store up, and is the address right?"


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def _redirected(url: str, answer: httpx.Response) -> str:
    here = urlsplit(url)
    try:
        parts = urlsplit(urljoin(str(answer.request.url), answer.headers.get("location", "")))
    except ValueError:
        return f"{url} sends its API to an address that is none"
    front = f"{parts.scheme}://{parts.netloc}{here.path}"
    if (parts.scheme, here.scheme) == ("https", "http") and parts.hostname == here.hostname:
        return f"the store sends http to https: pass --url {front}"
    if parts.netloc != here.netloc:
        return f"{url} sends to another address: pass --url {front} if that is the store"
    return f"{url} sends its API to {parts.path}: is somebody to log in first, or is the store in another folder?"


def _why_none(http: httpx.Client, url: str, versions: Sequence[str]) -> str:
    """Why no version is there: another front door, no WooCommerce, or no WordPress."""
    asked = description(versions[0])
    if is_object(_json(_get(http, url, "/?rest_route=/"))) and not is_object(_json(_get(http, url, "/wp-json/"))):
        return (
            f"{url} has plain permalinks: its REST API answers only at {url}/?rest_route=/, where WooCommerce's keys "
            "do not open it; choose any other structure under Settings > Permalinks"
        )
    root = _json(_get(http, url, "/wp-json/"))
    names = root.get("namespaces") if is_object(root) else None
    if is_array(names):
        woo = [str(name) for name in names if str(name).startswith("wc/")]
        there = f"it serves only {', '.join(woo)}" if woo else "WooCommerce is not active there"
        return f"{url} is a WordPress site, but {there}"
    answer = _get(http, url, asked.prefix)
    kind = answer.headers.get("content-type", "nothing").partition(";")[0]
    return f"{url} is no WooCommerce store: {asked.prefix} gives status {answer.status_code} and {kind}"


def _must_read(target: Target, version: str) -> None:
    try:
        _call(target, version, "products.list")
    except AuthenticationError as error:
        raise Unfit(f"the store refuses the key: {error.message}{_told(error)}") from None
    except PermissionDenied as error:
        needs = f"the user of this key may not read products: make a key for a shop manager, {_KEYS}"
        raise Unfit(f"{needs} ({error.message})") from None
    except WooError as error:
        raise Unfit(f"the store answers its index, but not its products: {error}") from None


def _must_write(target: Target) -> None:
    """An empty batch changes nothing, and needs a key that may write."""
    try:
        _call(target, _STAGE, "products.batch")
    except (AuthenticationError, PermissionDenied) as error:
        needs = "--allow-writes needs a key with the permission Read/Write"
        raise Unfit(f"{needs}: {error.message}{_told(error)}") from None
    except WooError as error:
        raise Unfit(f"the store does not take changes: {error}") from None


def _told(error: AnswerError) -> str:
    return f" {error.hint}." if error.hint else ""


def _call(target: Target, version: str, operation: str) -> None:
    with target.client() as woo:
        woo.call(client_operations(version)[operation], (), {})


def _system(target: Target) -> Json:
    """The store's own report; only administrators' keys may see it, and the suite does without."""
    operation = client_operations(_STAGE)["system_status.get"]
    with target.client() as woo:
        try:
            _, answer = woo.call(operation, (), {})
        except WooError:
            return {}
    found = operation.encode(operation.decode(answer.body))
    return found if is_object(found) else {}


def _release(system: Json, indexes: dict[str, Json]) -> str:
    environment: Any = system.get("environment")
    if is_object(environment) and environment.get("version"):
        told = [environment["version"]]
    else:
        told = [index["store"].get("wc_version") for index in indexes.values() if is_object(index.get("store"))]
    return next((release for release in told if isinstance(release, str) and 0 < len(release) <= _RELEASE), "")


def _json(answer: httpx.Response) -> Any:
    try:
        return parsed(answer.content)
    except ValueError:
        return None


def _code(answer: httpx.Response) -> str:
    body = _json(answer)
    return f" ({body['code']})" if is_object(body) and body.get("code") else ""


def _hint(answer: httpx.Response) -> str:
    if answer.status_code == 401 and "www-authenticate" in answer.headers:
        return ": the web server asks for a password of its own"
    return ": a security plugin or a firewall closes the API" if answer.status_code < 500 else ": the store is failing"
