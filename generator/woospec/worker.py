"""The standard's validation in a process of its own, so that it uses the second core while the rest goes on.

The process is started before the spec is read, since importing the validator takes as long as reading it.
Documents go in and faults come out as one line of JSON each.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import IO, Any, Self

from woospec.rules.standard import Fault

Json = dict[str, Any]


class Worker:
    """Starts the process; calling it hands over a bundle and gives a function that waits for its faults."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "woospec.worker"]
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe)  # noqa: S603 - our own module
        # Large documents do not fit into the pipe; while the process still loads, somebody else has to wait for it.
        self.documents: Queue[Json | None] = Queue()
        self.writer = Thread(target=self.hand_over)
        self.writer.start()
        self.answers: list[list[Fault]] = []
        self.asked = 0

    def __call__(self, document: Json) -> Callable[[], list[Fault]]:
        """Start the validation of `document`."""
        self.documents.put(document)
        number, self.asked = self.asked, self.asked + 1
        return lambda: self.answer(number)

    def hand_over(self) -> None:
        """Write documents to the process, until there are no more or it is gone."""
        while (document := self.documents.get()) is not None:
            try:
                _stream(self.process.stdin).write(json.dumps(document).encode() + b"\n")
                _stream(self.process.stdin).flush()
            except OSError:
                return  # whoever waits for the faults says so

    def answer(self, number: int) -> list[Fault]:
        """The faults of the document that was handed over as the `number`-th. Raises OSError if the process died."""
        while len(self.answers) <= number:
            line = _stream(self.process.stdout).readline()
            if not line:
                raise OSError("the process that runs openapi-spec-validator ended early; its own message stands above")
            self.answers.append([Fault(*fault) for fault in json.loads(line)])
        return self.answers[number]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.documents.put(None)
        self.writer.join()
        _stream(self.process.stdin).close()
        _stream(self.process.stdout).close()
        self.process.wait()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None, "the process was started with pipes"
    return stream


def serve() -> None:
    """Validate every document that comes in, until there are no more."""
    from woospec.rules.standard import prepare, standard_faults

    gc.disable()
    prepare()
    for line in sys.stdin.buffer:
        faults = [(f.kind, f.pointer, f.message) for f in standard_faults(json.loads(line))]
        try:
            sys.stdout.buffer.write(json.dumps(faults).encode() + b"\n")
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            os._exit(0)  # nobody waits for the faults any more; a plain exit would try to flush them again


if __name__ == "__main__":
    serve()
