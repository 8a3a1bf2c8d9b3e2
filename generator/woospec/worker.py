"""The standard's validation in a process of its own, so that it uses the second core while the rest goes on.

Importing the validator takes as long as reading the spec: the process is started as soon as it is sure to be needed,
and not at all if earlier runs found every document valid. Documents go in and faults come out as one line of JSON each.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from woospec.collecting import no_collecting
from woospec.rules.standard import Fault

if TYPE_CHECKING:
    import subprocess

Json = dict[str, Any]


class Worker:
    """Calling it hands over a bundle and gives a function that waits for its faults."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        # Large documents do not fit into the pipe; while the process still loads, somebody else has to wait for it.
        self.documents: Queue[Json | None] = Queue()
        self.writer = Thread(target=self.hand_over)
        self.answers: list[list[Fault]] = []
        self.asked = 0

    def start(self) -> None:
        """Start the process, if it does not run yet."""
        if self.process is None:
            import subprocess  # most runs do without

            command = [sys.executable, "-m", "woospec.worker"]
            pipe = subprocess.PIPE
            # In a session of its own, Ctrl-C reaches this process alone, which then ends the other.
            self.process = subprocess.Popen(  # noqa: S603 - our own module
                command, stdin=pipe, stdout=pipe, start_new_session=True
            )
            self.writer.start()

    def __call__(self, document: Json) -> Callable[[], list[Fault]]:
        """Start the validation of `document`."""
        self.start()
        self.documents.put(document)
        number, self.asked = self.asked, self.asked + 1
        return lambda: self.answer(number)

    def hand_over(self) -> None:
        """Write documents to the process, until there are no more or it is gone."""
        to, _ = self.streams()
        while (document := self.documents.get()) is not None:
            try:
                to.write(json.dumps(document).encode() + b"\n")
                to.flush()
            except OSError:
                return  # whoever waits for the faults says so

    def answer(self, number: int) -> list[Fault]:
        """The faults of the document that was handed over as the `number`-th. Raises OSError if the process died."""
        _, answers = self.streams()
        while len(self.answers) <= number:
            line = answers.readline()
            if not line:
                raise OSError("the process that runs openapi-spec-validator ended early; its own message stands above")
            self.answers.append([Fault(*fault) for fault in json.loads(line)])
        return self.answers[number]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is None:
            return
        if kind is not None:
            self.process.kill()
        self.documents.put(None)
        self.writer.join()
        for stream in self.streams():
            with suppress(BrokenPipeError):
                stream.close()
        self.process.wait()

    def streams(self) -> tuple[IO[bytes], IO[bytes]]:
        """The two ends of the pipes to and from the process."""
        process = self.process
        assert process is not None, "the process was started"
        to, back = process.stdin, process.stdout
        assert to is not None, "it was started with pipes"
        assert back is not None, "it was started with pipes"
        return to, back


def serve() -> None:
    """Validate every document that comes in, until there are no more."""
    from woospec.rules.standard import prepare, standard_faults

    prepare()
    for line in sys.stdin.buffer:
        faults = [(f.kind, f.pointer, f.message) for f in standard_faults(json.loads(line))]
        try:
            sys.stdout.buffer.write(json.dumps(faults).encode() + b"\n")
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            os._exit(0)  # nobody waits for the faults any more; a plain exit would try to flush them again


if __name__ == "__main__":
    with no_collecting():
        serve()
