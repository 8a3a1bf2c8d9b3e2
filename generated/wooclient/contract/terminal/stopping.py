"""How people end a run: a first signal has it clear up and end, a later one has it end without.

Signals of one breath are one: `timeout`, a terminal and a container's end send several within a moment. Only one that
comes after a while is a second thought. The work is done in a thread of its own, so that a signal interrupts nothing:
it is noted, and who waits for the work decides.
"""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from socket import socketpair
from threading import Event, Lock, Thread
from typing import TypeVar

T = TypeVar("T")
#: What says, among the numbers of signals, that the work is done.
_DONE = 0
#: Seconds in which further signals are part of the first.
BREATH = 1.0
_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def _noted(number: int, frame: object) -> None:
    """A signal's usual effect is replaced by none: Python tells who waits that it came."""


class Unbegun(Exception):
    """Somebody ended the command before it had changed anything."""


class LeftBehind(Exception):
    """Somebody did not wait for the end: work goes on in a thread, and what it has still to do will not be done."""


class Stop(Event):
    """Set once the run is to clear up and end. Safe to use from many threads."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._has_begun = False

    def begin(self) -> None:
        """Say that from now on there may be something to clear up. Raises Unbegun if it is too late to begin."""
        with self._lock:
            if self.is_set():
                raise Unbegun
            self._has_begun = True

    def ask(self) -> bool:
        """Ask the run to end; whether it had begun, so that it is to be waited for."""
        with self._lock:
            self.set()
            return self._has_begun


class Signals:
    """Signals that ask the command to end are heard for the time of a block; nothing else comes of them by itself.

    Args:
        stopping: Called when the run is asked to clear up and end.
    """

    def __init__(self, stopping: Callable[[], object]) -> None:
        self._stopping = stopping
        self._first: float | None = None

    def __enter__(self) -> Signals:
        """Hear them from now on."""
        # Python itself writes their numbers, at once. A queue filled by a handler is not enough: a signal that comes
        # just before a thread begins to wait does not wake it.
        self._news, self._bell = socketpair()
        self._bell.setblocking(False)
        self._bell_before = signal.set_wakeup_fd(self._bell.fileno(), warn_on_full_buffer=False)
        self._before = {number: signal.signal(number, _noted) for number in _SIGNALS}
        return self

    def __exit__(self, *_: object) -> None:
        """Let them have their usual effect again, once the breath of the first is over."""
        if self._first is not None:
            time.sleep(max(0.0, self._first + BREATH - time.monotonic()))
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._bell_before)
        self._news.close()
        self._bell.close()

    def attend(self, work: Callable[[], T], stop: Stop) -> T:
        """Do something that ends early once `stop` is set; what it comes to.

        Raises:
            Unbegun: If a signal came before it had begun.
            LeftBehind: If one came later, after the breath of the first.
        """
        future: Future[T] = Future()
        Thread(target=self._done, args=(work, future), daemon=True).start()
        while (number := self._news.recv(1)[0]) != _DONE:
            now = time.monotonic()
            if number not in _SIGNALS:
                continue
            if self._first is None:
                self._first = now
                if not stop.ask():
                    raise Unbegun
                self._stopping()
            elif now - self._first >= BREATH:
                raise LeftBehind
        return future.result()

    def _done(self, work: Callable[[], T], future: Future[T]) -> None:
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)
        with suppress(OSError):  # nobody waits any more
            self._bell.send(bytes([_DONE]))
