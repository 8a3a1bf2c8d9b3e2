"""What a run shows, and what happens where nobody can see it: a broken pipe, a full disk, a narrow terminal."""

from __future__ import annotations

import contextlib
import io
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from contract.runs import KEY, SECRET, contract, play, site, target, written
from wooclient.contract import command
from wooclient.contract.command import main
from wooclient.contract.running.runner import Job
from wooclient.contract.safety.journal import Journal, Loan
from wooclient.contract.safety.masking import Mask
from wooclient.contract.scenarios import scenarios
from wooclient.contract.terminal import progress
from wooclient.contract.terminal.progress import Progress
from wooclient.mock import MockStore

_SHORT = ("--mock", "--read-only", "--versions", "legacy-v1")


@pytest.mark.parametrize("option", ["--report", "--junit"])
def test_a_report_that_goes_nowhere(option: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        contract(*_SHORT, option, "")
    assert ended.value.code == 2
    (tmp_path / "report.html").mkdir()
    place = tmp_path / "report.html" if option == "--junit" else tmp_path
    said = contract(*_SHORT, option, str(place))
    assert said.code == 2
    assert said.err == f"contract: the report {tmp_path / 'report.html'} cannot be written: Is a directory\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, which Linux has")
def test_a_report_that_does_not_fit() -> None:
    said = contract(*_SHORT, "--junit", "/dev/full")
    assert said.code == 2
    assert said.err.splitlines()[-1].startswith("contract: the report /dev/full cannot be written")


def _command(*arguments: str, **streams: Any) -> subprocess.CompletedProcess[str]:
    code = "import sys; from wooclient.contract.command import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, text=True, timeout=300, check=False, **streams)


def _gone() -> int:
    """The writing end of a pipe that nobody reads."""
    reads, writes = os.pipe()
    os.close(reads)
    return writes


def test_nobody_reads_what_goes_to_the_standard_error(tmp_path: Path) -> None:
    ran = _command(*_SHORT, "--report", str(tmp_path), stdout=subprocess.PIPE, stderr=_gone())
    assert ran.returncode == 0
    assert "Nothing was changed" in ran.stdout
    assert written(tmp_path)["end"] == "complete"


def test_nobody_reads_the_summary() -> None:
    ran = _command(*_SHORT, stdout=_gone(), stderr=subprocess.PIPE)
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-1] == "contract: the summary could not be written to the standard output"


def test_a_terminal_that_knows_no_ellipsis() -> None:
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    with contextlib.redirect_stdout(out), pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True

    def fileno(self) -> int:
        return 1


@pytest.mark.parametrize(("columns", "width"), [(40, 39), (200, 78), (0, 78)])
def test_the_line_that_moves_fits_the_terminal(monkeypatch: pytest.MonkeyPatch, columns: int, width: int) -> None:
    monkeypatch.setattr(progress.os, "get_terminal_size", lambda _: os.terminal_size((columns, 20)))
    out = _Terminal()
    with MockStore() as store:
        suite = play(target(store))
        Progress(Mask(), out).ended(suite, Job(scenarios("v3")[0], "sync", "mark"), 3)
    assert len(out.getvalue().strip("\r")) == width


@pytest.mark.parametrize("url", ["http://[::1", "http://xn--", "http://...", "http://shop:99999"])
def test_addresses_that_libraries_choke_on(url: str) -> None:
    said = contract("--url", url, "--key", KEY, "--secret", SECRET)
    assert said.code == 2
    assert said.err.startswith(f"contract: '{url}' is no address: ")


def test_a_password_in_the_address_is_not_shown() -> None:
    said = contract("--url", "https://me:open-sesame@shop.example", "--key", KEY, "--secret", SECRET)
    assert said.code == 2
    assert "--key and --secret" in said.err
    assert "sesame" not in said.err


def test_certificates_of_the_environment_that_are_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere/ca.pem")
    said = contract("--url", "https://shop.example", "--key", KEY, "--secret", SECRET)
    assert said.code == 2
    assert "SSL_CERT_FILE" in said.err


def test_a_number_of_workers_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*_SHORT, "--workers", "²"])
    assert ended.value.code == 2
    assert "is no number of workers from 1 to 64" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_during_the_first_look_ends_the_command(name: str) -> None:
    hangs, waiting = threading.Event(), threading.get_ident()

    def answer(_: str) -> Any:
        # To the thread that waits for the answer, as in a process that has no other.
        signal.pthread_kill(waiting, getattr(signal, name))
        hangs.wait(20)
        return 200, {}, {}

    with site(answer) as server:
        said = contract("--url", server.url, "--key", KEY, "--secret", SECRET)
        hangs.set()
    assert said.code == 130
    assert said.err == "contract: stopped before the run began; nothing was changed\n"


def test_a_read_only_run_tells_of_a_dead_one(monkeypatch: pytest.MonkeyPatch) -> None:
    with MockStore() as store:
        journal = Journal(target(store).client(), "woospec-abcdefghi-0000")
        journal.note(Loan("v3", "settings.options.update", ("general", "woocommerce_currency"), {"value": "USD"}))
        monkeypatch.setattr(command, "_live", lambda *_: target(store, read_only=True))
        said = contract("--url", "x", "--versions", "legacy-v1")
    assert "woospec-abcdefghi-0000" in said.err
    assert "settings.options.update general woocommerce_currency" in said.err
