"""The standard's validation in a process of its own, so that it uses the second core while the rest goes on.

Importing the validator takes as long as reading the spec: the process is started as soon as it is sure to be needed.
Documents lie in files of a temporary folder. The name of each goes in as a line, and its faults come out as one.
"""

from __future__ import annotations

import json
import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType, TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from woospec.collecting import no_collecting
from woospec.rules.standard import Fault

if TYPE_CHECKING:
    import subprocess
    import tempfile

Json = dict[str, Any]


class Worker:
    """Calling it hands over a bundle and gives a function that waits for its faults."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        # A pipe does not hold a large document while the process still loads, and a thread is in the way of forks.
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        self.answers: list[list[Fault]] = []
        self.asked = 0

    def start(self) -> None:
        """Start the process, if none is running."""
        if self.process is not None and self.process.poll() is None:
            return
        import subprocess  # most runs do without
        import tempfile

        self.close()
        self.answers, self.asked = [], 0
        self.folder = tempfile.TemporaryDirectory(prefix="woospec-")
        command = [sys.executable, "-m", "woospec.worker", self.folder.name]
        pipe = subprocess.PIPE
        # In a session of its own, Ctrl-C reaches this process alone, which then ends the other.
        self.process = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=pipe, stdout=pipe, start_new_session=True
        )

    def __call__(self, document: Json) -> Callable[[], list[Fault]]:
        """Start the validation of `document`."""
        self.start()
        assert self.folder is not None, "the process was started"
        number, self.asked = self.asked, self.asked + 1
        Path(self.folder.name, str(number)).write_bytes(marshal.dumps(document))
        to, _ = self.streams()
        with suppress(BrokenPipeError):  # whoever waits for the faults says so
            to.write(f"{number}\n".encode())
            to.flush()
        return lambda: self.answer(number)

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
        self.close()

    def close(self) -> None:
        """End the process. What nobody fetched is not wanted any more."""
        if self.process is None or self.folder is None:
            return
        self.process.kill()
        for stream in self.streams():
            with suppress(BrokenPipeError):
                stream.close()
        self.process.wait()
        self.folder.cleanup()

    def streams(self) -> tuple[IO[bytes], IO[bytes]]:
        """The two ends of the pipes to and from the process."""
        process = self.process
        assert process is not None, "the process was started"
        to, back = process.stdin, process.stdout
        assert to is not None, "it was started with pipes"
        assert back is not None, "it was started with pipes"
        return to, back


def serve(folder: Path) -> None:
    """Validate every document in `folder` whose name comes in, until there are no more."""
    from woospec.rules.standard import prepare, standard_faults

    prepare()
    for line in sys.stdin.buffer:
        document = marshal.loads((folder / line.decode().strip()).read_bytes())  # noqa: S302 - of our own process
        faults = [(f.kind, f.pointer, f.message) for f in standard_faults(document)]
        try:
            sys.stdout.buffer.write(json.dumps(faults).encode() + b"\n")
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            return  # nobody waits for the faults any more


def leave_out() -> None:
    """Keep the validator from loading what takes longer to load than all else, and is not needed here."""
    # To fetch documents: ours refer to nothing outside.
    sys.modules["requests"] = None  # type: ignore[assignment]  # this is how Python is told that there is none
    if not any(name.startswith("OPENAPI_") for name in os.environ):
        # To read settings from the environment, with pydantic: these are the defaults.
        defaults = {"get_schema_validator_backend": lambda: "auto"}
        for package in ("openapi_spec_validator", "openapi_schema_validator"):
            name = f"{package}.settings"
            sys.modules[name] = settings = ModuleType(name)
            settings.__getattr__ = defaults.get  # type: ignore[method-assign]


if __name__ == "__main__":
    leave_out()
    with no_collecting():
        serve(Path(sys.argv[1]))
    os._exit(0)  # a plain exit would flush again what nobody takes, and free object by object while somebody waits
