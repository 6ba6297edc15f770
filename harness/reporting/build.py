"""The pipeline's build that a run belongs to, and the revision of the suite that it ran.

Both are read from what is there: the variables of GitHub Actions, GitLab CI and Jenkins, and the repository.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

SUITE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Build:
    """A build, in the words of Allure's executor.json."""

    name: str
    type: str
    buildName: str  # noqa: N815  Allure's own spelling
    buildUrl: str  # noqa: N815
    buildOrder: int  # noqa: N815

    def write(self, results: Path) -> None:
        """Write it where the report looks for it; a report's own URL is left out.

        Allure would make links of it that fit its own folders alone.
        """
        (results / "executor.json").write_text(json.dumps(asdict(self)), encoding="utf-8")


def build(variables: Mapping[str, str] = os.environ) -> Build | None:
    """Give the build that these variables tell of, None outside a pipeline."""
    given = variables.get
    if given("GITHUB_ACTIONS"):
        url = (
            f"{given('GITHUB_SERVER_URL')}/{given('GITHUB_REPOSITORY')}/actions/runs/{given('GITHUB_RUN_ID')}"
        )
        name = f"{given('GITHUB_WORKFLOW')} #{given('GITHUB_RUN_NUMBER')}"
        return Build("GitHub Actions", "github", name, url, _number(given("GITHUB_RUN_NUMBER")))
    if given("GITLAB_CI"):
        name = f"{given('CI_JOB_NAME')} #{given('CI_PIPELINE_IID')}"
        return Build("GitLab CI", "gitlab", name, given("CI_JOB_URL", ""), _number(given("CI_PIPELINE_IID")))
    if given("JENKINS_URL"):
        name = f"{given('JOB_NAME')} #{given('BUILD_NUMBER')}"
        return Build("Jenkins", "jenkins", name, given("BUILD_URL", ""), _number(given("BUILD_NUMBER")))
    return None


def revision(folder: Path = SUITE) -> str:
    """Give the revision of the suite as `git describe` names it, "" where it is no repository."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "-C", str(folder), "describe", "--always", "--tags", "--dirty"]
    described = subprocess.run(command, capture_output=True, text=True, check=False)
    return described.stdout.strip() if described.returncode == 0 else ""


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
