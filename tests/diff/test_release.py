"""`woospec release`: the revision that follows, its draft for the changelog, and what is written."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from building import PROJECT
from needs import command
from specs import ROOT, THINGS, make
from woospec.cli import main
from woospec.diff.release import following
from woospec.diff.rules import Verdict

_SCHEMAS = f"spec/{THINGS}/schemas.yaml"
_CALLED = "      description: What it is called.\n"


@pytest.mark.parametrize(
    ("was", "verdict", "then"),
    [
        ("1.2.3", "breaking", "2.0.0"),
        ("1.2.3", "compatible", "1.3.0"),
        ("1.2.3", "docs", "1.2.4"),
        ("1.2.3", None, "1.2.3"),
        ("0.9.1", "breaking", "0.10.0"),
        ("0.9.1", "compatible", "0.10.0"),
        ("0.9.1", "docs", "0.9.2"),
    ],
)
def test_what_follows_a_revision(was: str, verdict: Verdict | None, then: str) -> None:
    assert following(was, verdict) == then


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of revision 1.4.2, with a tag of that release."""
    git, root = command("git"), make(tmp_path / "project", {}).parent
    (root / "templates").symlink_to(PROJECT / "templates")
    _edit(root / "spec" / ROOT, "version: 0.1.0", 'version: "1.4.2" # told to everybody')
    (root / "CHANGELOG.md").write_text("# Changes\n\n## Unreleased\n\n- A new pen.\n\n## 1.4.2\n\n- A cup.\n", "utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@shop.example", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "spec"), ("commit", "-q", "-m", "First"), ("tag", "v1.4.2")):
        subprocess.run([git, "-C", str(root), *who, *words], check=True, capture_output=True)
    return root


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")


def test_a_release_follows_the_verdict_and_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(project), "release"]
    assert main([*root, "--check"]) == main([*root, "--write"]) == 0
    unchanged = capsys.readouterr()
    assert unchanged.out == ""
    assert "after 1.4.2 (v1.4.2) follows 1.4.2: nothing changed; spec says 1.4.2" in unchanged.err

    _edit(project / _SCHEMAS, _CALLED, _CALLED + "      x-optional: true\n")
    assert main([*root, "--check"]) == 1
    assert capsys.readouterr().out == ""
    assert main(root) == 0
    draft = capsys.readouterr().out
    assert draft.startswith("## 2.0.0\n\nBreaking:\n\n- `Thing.name` (v3): the field may be missing.")
    assert "- `wooclient.v3.models.things.Thing.name`" in draft

    assert main([*root, "--write"]) == 0
    assert "  version: 2.0.0\n" in (project / "spec" / ROOT).read_text("utf-8")
    told = draft.partition("\n\n")[2]
    assert (project / "CHANGELOG.md").read_text("utf-8") == (
        f"# Changes\n\n## 2.0.0\n\n- A new pen.\n\n{told}\n## 1.4.2\n\n- A cup.\n"
    )
    assert main([*root, "--check"]) == 0


def test_what_is_written_already_is_not_written_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root, spec, log = ["--root", str(project), "release", "--write"], project / "spec" / ROOT, project / "CHANGELOG.md"
    _edit(project / _SCHEMAS, _CALLED, _CALLED + "      x-optional: true\n")
    assert main(root) == 0
    assert capsys.readouterr().err.splitlines()[1:] == [f"woospec: wrote {spec}", f"woospec: wrote {log}"]
    _edit(log, "- A new pen.", "- A new pen, in blue.")
    before = spec.read_bytes(), log.read_bytes()
    assert main(root) == 0
    _edit(project / _SCHEMAS, "description: What it is called.", "description: Its name.")
    assert main(root) == 0
    told = [line for line in capsys.readouterr().err.splitlines() if " follows " not in line]
    assert told == [f"woospec: left {log} alone: it has an entry of 2.0.0"] * 2
    assert (spec.read_bytes(), log.read_bytes()) == before


def test_words_alone_are_counted(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _edit(project / _SCHEMAS, _CALLED, "      description: What it is known as.\n")
    assert main(["--root", str(project), "release"]) == 0
    found = capsys.readouterr()
    assert found.out.startswith("## 1.4.3\n\nDocs only:\n\n- In ")
    assert found.out.endswith(" places the words changed.\n")


def test_what_cannot_be_compared_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(project), "release"]
    assert main([*root, "v9.9.9"]) == 2
    subprocess.run([command("git"), "-C", str(project), "tag", "-d", "v1.4.2"], check=True, capture_output=True)
    assert main(root) == 2
    assert "name a revision of git to compare with" in capsys.readouterr().err
