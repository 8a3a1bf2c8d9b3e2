"""A Chromium without a window, asked over a pipe: no driver is installed, and nothing goes over a network."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

Json = dict[str, Any]
#: What a page is asked for, until it is true.
_TRIES = 200


class Browser:
    """One tab. What a page writes to its console as an error is kept in `errors`."""

    def __init__(self, command: str, profile: str) -> None:
        asks, self._out = os.pipe()
        self._in, answers = os.pipe()

        def as_it_expects() -> None:  # it reads from 3 and writes to 4
            low, high = os.dup(asks), os.dup(answers)
            os.dup2(low, 3)
            os.dup2(high, 4)

        options = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={profile}"]
        options += [
            "--remote-debugging-pipe",
            "--no-first-run",
            "--disable-extensions",
            "--host-resolver-rules=MAP * ~NOTFOUND",
        ]
        self._process = subprocess.Popen(
            [command, *options, "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=as_it_expects,
            close_fds=False,
        )
        os.close(asks)
        os.close(answers)
        self._waiting = b""
        self._number = 0
        self.errors: list[str] = []
        self._events: list[Json] = []
        target = next(t for t in self._call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self._session = self._call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log"):
            self.call(f"{domain}.enable")

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(30)
        os.close(self._out)
        os.close(self._in)

    def call(self, method: str, **parameters: Any) -> Json:
        """Call a method of the tab."""
        return self._call(method, self._session, **parameters)

    def _call(self, method: str, session: str = "", **parameters: Any) -> Json:
        self._number += 1
        asked = {"id": self._number, "method": method, "params": parameters}
        if session:
            asked["sessionId"] = session
        os.write(self._out, json.dumps(asked).encode() + b"\0")
        while True:
            message = self._message()
            if message.get("id") == self._number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                answer: Json = message["result"]
                return answer
            self._note(message)

    def _message(self) -> Json:
        while b"\0" not in self._waiting:
            found = os.read(self._in, 1 << 16)
            if not found:
                raise RuntimeError("the browser has ended")
            self._waiting += found
        first, _, self._waiting = self._waiting.partition(b"\0")
        message: Json = json.loads(first)
        return message

    def _note(self, message: Json) -> None:
        self._events.append(message)
        about = message.get("params", {})
        match message.get("method"):
            case "Runtime.exceptionThrown":
                self.errors.append(json.dumps(about["exceptionDetails"])[:400])
            case "Runtime.consoleAPICalled" if about["type"] in ("error", "assert"):
                self.errors.append(json.dumps(about["args"])[:400])
            case "Log.entryAdded" if about["entry"]["level"] == "error":
                self.errors.append(f"{about['entry']['text']} {about['entry'].get('url', '')}")
            case _:
                pass

    def look(self, width: int, *, dark: bool, height: int = 844) -> None:
        """Be a screen of this width, with one of the two colour schemes."""
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])

    def open(self, url: str) -> None:
        """Open a page and wait until it is loaded."""
        self.errors.clear()
        self._events.clear()
        self.call("Page.navigate", url=url)
        while not any(e.get("method") == "Page.loadEventFired" for e in self._events):
            self._note(self._message())

    def ask(self, script: str) -> Any:
        """What an expression gives on the page; promises are awaited."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in found:
            raise RuntimeError(json.dumps(found["exceptionDetails"])[:600])
        return found["result"].get("value")

    def until(self, script: str) -> Any:
        """Ask again, a screen's frame or two later, until the answer is true."""
        wait = "new Promise(done => setTimeout(done, 50))"
        for _ in range(_TRIES):
            if found := self.ask(script):
                return found
            self.ask(wait)
        raise AssertionError(f"never true on the page: {script}")

    def picture(self, place: Path, *, whole: bool = False, clip: Json | None = None) -> None:
        """Keep what is to be seen as a PNG; `whole` takes what stands below the screen too."""
        more: Json = {"clip": {"scale": 1, **clip}} if clip else {}
        found = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole or bool(clip), **more)
        place.write_bytes(base64.b64decode(found["data"]))


@contextmanager
def browser(command: str) -> Iterator[Browser]:
    """A browser with a profile of its own."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        made = Browser(command, profile)
        try:
            yield made
        finally:
            made.close()
