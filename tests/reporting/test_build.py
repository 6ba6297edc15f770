"""A report names the pipeline's build that it is of, and the revision of the suite."""

import json
import subprocess
from pathlib import Path

import pytest

from harness.reporting.build import Build, build, revision

GITHUB = {
    "GITHUB_ACTIONS": "true",
    "GITHUB_SERVER_URL": "https://github.com",
    "GITHUB_REPOSITORY": "shop/acceptance",
    "GITHUB_RUN_ID": "4711",
    "GITHUB_RUN_NUMBER": "12",
    "GITHUB_WORKFLOW": "acceptance",
}
GITLAB = {
    "GITLAB_CI": "true",
    "CI_JOB_NAME": "acceptance",
    "CI_PIPELINE_IID": "12",
    "CI_JOB_URL": "https://gitlab.example.com/shop/acceptance/-/jobs/4711",
}
JENKINS = {
    "JENKINS_URL": "https://jenkins.example.com/",
    "JOB_NAME": "acceptance",
    "BUILD_NUMBER": "12",
    "BUILD_URL": "https://jenkins.example.com/job/acceptance/12/",
}


@pytest.mark.parametrize(
    ("variables", "name", "url"),
    [
        (GITHUB, "GitHub Actions", "https://github.com/shop/acceptance/actions/runs/4711"),
        (GITLAB, "GitLab CI", GITLAB["CI_JOB_URL"]),
        (JENKINS, "Jenkins", JENKINS["BUILD_URL"]),
    ],
    ids=["GitHub", "GitLab", "Jenkins"],
)
def test_build_is_read_from_the_services_own_variables(
    tmp_path: Path, variables: dict[str, str], name: str, url: str
) -> None:
    """Its name, its number and where it is to be found; Allure reads the file by these very keys."""
    reported = build(variables)
    assert reported is not None
    reported.write(tmp_path)
    written = json.loads((tmp_path / "executor.json").read_text())
    assert written == {
        "name": name,
        "type": reported.type,
        "buildName": "acceptance #12",
        "buildUrl": url,
        "buildOrder": 12,
    }


def test_build_outside_a_pipeline_is_none() -> None:
    """A run by hand belongs to none."""
    assert build({"HOME": "/home/jane"}) is None


def test_missing_variable_breaks_nothing() -> None:
    """A report without a number is still a report."""
    assert build({"JENKINS_URL": "x"}) == Build("Jenkins", "jenkins", "None #None", "", 0)


@pytest.mark.usefixtures("processes")
def test_revision_is_gits_own_description(tmp_path: Path) -> None:
    """A tag where there is one; changes that are nowhere recorded are reported."""
    _git(tmp_path, "init", "-q")
    (tmp_path / "README.md").write_text("first")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "First")
    _git(tmp_path, "tag", "v1.0")
    assert revision(tmp_path) == "v1.0"
    (tmp_path / "README.md").write_text("second")
    assert revision(tmp_path) == "v1.0-dirty"


@pytest.mark.usefixtures("processes")
def test_revision_of_no_repository_is_empty(tmp_path: Path) -> None:
    """As in an archive that somebody unpacked."""
    assert revision(tmp_path) == ""


def _git(folder: Path, *arguments: str) -> None:
    own = ("-c", "user.name=Jane", "-c", "user.email=jane@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *own, *arguments], check=True)  # noqa: S607
