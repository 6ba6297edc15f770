"""The pipelines' files are what their programs take, as far as a machine without those programs can tell.

For the Jenkinsfile nothing at hand can: it is Groovy, and Jenkins alone parses it. Its commands are run elsewhere.
"""

import re
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from harness.shop.shop import PROJECT

WORKFLOW = ".github/workflows/acceptance.yml"


def _reported(program: str, *arguments: str) -> str:
    path = shutil.which(program, path=sysconfig.get_path("scripts"))
    assert path, f"{program} is not installed"
    run = subprocess.run([path, *arguments], cwd=PROJECT, capture_output=True, text=True, check=False)
    return run.stdout + run.stderr if run.returncode else ""


@pytest.mark.parametrize(
    ("schema", "file"),
    [
        ("github-workflows", WORKFLOW),
        ("github-actions", ".github/actions/suite/action.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
@pytest.mark.usefixtures("processes")
def test_yaml_fits_its_schema(schema: str, file: str) -> None:
    """GitHub's and GitLab's own schemas know every key."""
    assert _reported("check-jsonschema", "--builtin-schema", f"vendor.{schema}", file) == ""


@pytest.mark.usefixtures("processes")
def test_schema_notices_a_wrong_key(tmp_path: Path) -> None:
    """The check above is worth something."""
    wrong = tmp_path / "workflow.yml"
    text = (PROJECT / WORKFLOW).read_text(encoding="utf-8")
    wrong.write_text(text.replace("runs-on:", "runs-at:"), encoding="utf-8")
    assert "runs-at" in _reported(
        "check-jsonschema", "--builtin-schema", "vendor.github-workflows", str(wrong)
    )


@pytest.mark.usefixtures("processes")
def test_dockerfile_is_sound() -> None:
    """Hadolint knows the good manners of images."""
    assert _reported("hadolint", "Dockerfile") == ""


def test_hooks_are_this_project_s_own_tools() -> None:
    """They are installed with the suite, so that a commit needs no network."""
    hooks = (PROJECT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    assert re.findall(r"repo: (.*)", hooks) == ["local"]
    assert set(re.findall(r"language: (.*)", hooks)) == {"system"}
    programs = re.findall(r"entry: \.venv/bin/([\w-]+)", hooks)
    assert len(programs) == hooks.count("entry:")
    assert [name for name in programs if not shutil.which(name, path=sysconfig.get_path("scripts"))] == []


def test_image_gets_no_secret_and_nothing_of_this_machine() -> None:
    """What is not tracked, above all .env, stays out of the image as well."""
    ignored = (PROJECT / ".dockerignore").read_text(encoding="utf-8").split()
    assert {".env", ".git", ".venv", "**/node_modules", "reports"} <= set(ignored)


def test_actions_are_pinned_and_official() -> None:
    """Each has a version, and comes from GitHub itself or from here."""
    text = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / ".github").rglob("*.yml"))
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert [
        name for name in used if not re.fullmatch(r"actions/[\w-]+@v\d+|\./\.github/actions/suite", name)
    ] == []


def test_nothing_is_pasted_into_a_script() -> None:
    """An input reaches a script in a variable: pasted by GitHub it could be any command."""
    text = (PROJECT / WORKFLOW).read_text(encoding="utf-8")
    scripts = re.findall(r"run: (?:[|>]-?\n((?: {10,}.*\n)+)|(.+))", text)
    assert len(scripts) == text.count(" run: ")
    assert [script for script in map("".join, scripts) if "${{" in script] == []


def test_every_pipeline_calls_plain_commands() -> None:
    """Make turns every exit code into 2, and then nobody could tell 69 from 1."""
    for file in (WORKFLOW, ".gitlab-ci.yml", "Jenkinsfile", "Dockerfile"):
        assert not re.search(
            r"\bmake (acceptance|test|sweep|doctor)", (PROJECT / file).read_text(encoding="utf-8")
        )


def test_packages_are_audited_on_a_schedule_alone() -> None:
    """A new advisory must not turn a change red."""
    github = YAML(typ="safe").load((PROJECT / WORKFLOW).read_text(encoding="utf-8"))["jobs"]
    gitlab = YAML(typ="safe").load((PROJECT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    audits = {name for name, job in github.items() if "tools.audit" in str(job)}
    assert audits == {name for name, job in gitlab.items() if "tools.audit" in str(job)} == {"audit"}
    assert github["audit"]["if"] == "github.event_name == 'schedule'"
    assert gitlab["audit"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]
    stage = (PROJECT / "Jenkinsfile").read_text(encoding="utf-8").partition("stage('Audit")[2]
    assert stage.index("triggeredBy 'TimerTrigger'") < stage.index("python -m tools.audit")
    makefile = (PROJECT / "Makefile").read_text(encoding="utf-8")
    assert makefile.count("tools.audit") == 1
