import ast
import json
import os
import shutil
import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml

from portfolio.__main__ import main
from portfolio.commands import files, site


def test_a_new_site_has_no_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "a/ada"
    assert main(["new", "Ada Flora", str(home)]) == 0
    *written, _, build, _, _ = capsys.readouterr().out.splitlines()
    assert written == sorted(str(path) for path in home.rglob("*") if path.is_file())
    assert f"-W -n {home / 'docs'} {home / 'docs/_build/html'}" in build
    assert main(["check", str(home / "docs")]) == 0
    assert capsys.readouterr().err == "8 pages, 0 errors, 0 notices\n"


@pytest.mark.parametrize(
    "name", ["Ada Flora", 'Ada "Seeds" O\'Flora', "花山 彩", "No: # yes", "$name", "2024", "*b* [l](x)"]
)
def test_names_stay_as_they_are(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", name, "--language", "de"]) == 0
    (home,) = tmp_path.iterdir()
    conf = ast.parse((home / "docs/conf.py").read_text("utf-8"))
    assigned = {
        ast.unparse(target): node.value for node in conf.body if isinstance(node, ast.Assign) for target in node.targets
    }
    assert ast.literal_eval(assigned["project"]) == name
    assert ast.literal_eval(assigned["language"]) == "de"
    front = yaml.safe_load((home / "docs/index.md").read_text("utf-8").split("---\n")[1])
    title = r"\*b\* \[l\](x)" if "*" in name else name
    assert front == {"title": title, "person": {"name": name}}
    assert "title: Berufserfahrung" in (home / "docs/employers/index.md").read_text("utf-8")
    assert main([str(home / "docs")]) == 0


def test_nothing_is_written_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("mine")
    assert main(["new", "Ada", str(tmp_path)]) == 2
    assert (
        capsys.readouterr().err
        == f"{tmp_path / 'docs/index.md'} is there already; name a new folder; nothing was written\n"
    )
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "docs/index.md"]
    assert not (tmp_path / "docs/employers").exists()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "site").write_text("")
    for folder in (tmp_path / "site", tmp_path / "site/mine"):
        assert main(["new", "Ada", str(folder)]) == 2
        message = f"a file is in the way of the folder {folder}; name a new folder; nothing was written\n"
        assert capsys.readouterr().err == message


def test_a_disk_that_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device", "site")

    monkeypatch.setattr(Path, "mkdir", fail)
    assert main(["new", "Ada", str(tmp_path / "site")]) == 2
    assert capsys.readouterr().err == "site: No space left on device; nothing was written\n"


@pytest.mark.parametrize(
    ("origin", "requirement"),
    [
        (None, "sphinx-portfolio>=3"),
        ({"url": "https://e.example/p.whl", "archive_info": {}}, "sphinx-portfolio @ https://e.example/p.whl"),
        (
            {"url": "https://e.example/p", "vcs_info": {"vcs": "git", "commit_id": "abc"}},
            "sphinx-portfolio @ git+https://e.example/p@abc",
        ),
        ({"url": "file:///home/ada/p", "dir_info": {}}, "sphinx-portfolio>=3"),
    ],
)  # fmt: skip
def test_a_site_asks_for_the_package_from_where_it_came(
    origin: object, requirement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SimpleNamespace(version="3", read_text=lambda name: json.dumps(origin) if origin else None)
    monkeypatch.setattr(site, "distribution", lambda name: found)
    assert site.requirement() == requirement


def test_a_package_that_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(site, "distribution", missing)
    assert site.requirement() == "sphinx-portfolio"


def test_the_next_step_works_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert "python" in next(files.next_steps(Path("a b")))
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    assert next(files.next_steps(Path("a b"))) == "\nBuild it:  sphinx-build -W -n 'a b/docs' 'a b/docs/_build/html'"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["check"], "one of the arguments FOLDER"),
        (["rename", "docs", "projects/atlas"], "arguments are required: NEW"),
        (["new"], "arguments are required: NAME"),
        (["new", ""], "'' is not a name; write the one that the first page is to have"),
        (["new", " "], "' ' is not a name"),
        (["new", "🌱"], "'🌱' is not a name"),
        (["new", "a\x01b"], r"'a\x01b' is not a name"),
        (["new", "Ada", "--language", ""], "'' is not a language's code; write one such as de, or pt_BR"),
        (["import", "a.json", "--language", "../.."], "'../..' is not a language's code"),
        (["import", "a.json", "--language", "ä"], "'ä' is not a language's code"),
    ],
)
def test_arguments_that_are_missing_or_wrong(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(arguments)
    assert message in capsys.readouterr().err


def test_commands_need_a_folder_that_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", str(tmp_path / "none"), "a/b", "a/c"]) == 2
    assert "there is no such folder" in capsys.readouterr().err


@pytest.mark.parametrize("code", ["de", "pt_BR", "zh-Hant-TW", "sr@latin", "zh_TW.Big5"])
def test_languages_are_named_as_sphinx_has_them(code: str, tmp_path: Path) -> None:
    assert main(["new", "Ada", str(tmp_path / "ada"), "--language", code]) == 0


def test_who_reads_may_have_seen_enough(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("".join(f"{{skill}}`s{n}`\n\n" for n in range(2000)), "utf-8")
    command = [sys.executable, "-m", "portfolio", "check", str(tmp_path)]
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    run = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environ)
    assert run.stdout
    assert run.stderr
    assert "there is no skill" in run.stdout.readline()
    run.stdout.close()
    assert "Traceback" not in run.stderr.read()
    assert run.wait() == 1
    run.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has it")
@pytest.mark.parametrize(("output", "status", "said"), [(">&-", 0, ""), (">/dev/full", 1, "No space left on device\n")])
def test_where_the_output_goes_may_be_closed_or_full(tmp_path: Path, output: str, status: int, said: str) -> None:
    run = f'"{sys.executable}" -m portfolio new Ada "{tmp_path / "site"}" {output}'
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(run, shell=True, env=environ, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (status, said)
    assert (tmp_path / "site/docs/index.md").exists()


def test_a_command_can_be_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def write(folder: Path) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("portfolio.commands.schema.write", write)
    assert main(["schema", "none"]) == 1
    assert capsys.readouterr().err == "interrupted\n"


@pytest.mark.parametrize(("error", "said"), [(BrokenPipeError(), ""), (OSError(28, "It is full"), "It is full\n")])
def test_the_output_of_a_command_can_end_early(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: OSError, said: str
) -> None:
    def write(folder: Path) -> None:
        raise error

    monkeypatch.setattr("portfolio.commands.schema.write", write)
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(fileno=lambda: os.dup(1)))
    assert main(["schema", "none"]) == 1
    assert capfd.readouterr().err == said


def test_schema_is_a_command(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path)]) == 0
    assert (tmp_path / "project.json").exists()
