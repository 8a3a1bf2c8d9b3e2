"""How far a long command is: a bar where a terminal shows it, else a line now and then. All on stderr."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Any, Self

from .console import tell

#: Seconds between two lines where there is no bar.
_PAUSE = 10.0


class Progress:
    """The progress of one command."""

    def __init__(self, what: str, done: int = 0, *, quiet: bool = False) -> None:
        """Begin, with so many `done` already. `what` is counted: `products`."""
        self.what, self.done, self.begun_with = what, done, done
        self.total: int | None = None
        self._begun = self._told = time.monotonic()
        self._bar: Any = None
        self._task: Any = None
        if sys.stderr.isatty() and not quiet:
            self._bar = _bar()
            self._task = self._bar.add_task(what, total=None, completed=done)

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def at(self, done: int, total: int | None = None) -> None:
        """So many are done, of so many."""
        self.done, self.total = done, self.total if total is None else total
        now = time.monotonic()
        if self._bar is not None:
            self._bar.update(self._task, completed=done, total=self.total)
        elif now - self._told >= _PAUSE:
            self._told = now
            tell(f"{done:,}{f' of {self.total:,}' if self.total else ''} {self.what}, {self.rate}")

    @property
    def rate(self) -> str:
        """How many a second."""
        seconds = time.monotonic() - self._begun
        return f"{(self.done - self.begun_with) / seconds:,.0f} a second" if seconds > 0 else ""

    @property
    def seconds(self) -> float:
        """How long it took so far."""
        return time.monotonic() - self._begun


def _bar() -> Any:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar
    from rich.text import Text

    class _Rate(ProgressColumn):
        def render(self, task: Task) -> Text:
            return Text(f"{task.speed or 0:,.0f}/s")

    return Bar(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
    )
