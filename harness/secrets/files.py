"""Scrubs files that others wrote, a Playwright trace member by member; what was clean is not searched twice.

What cannot be written anew, as on a full disk, is removed. A film spells nothing, so videos pass as they are. Contents
that have been clean once stay clean: secrets are random and younger than what does not hold them.
"""

import zipfile
from hashlib import sha256
from pathlib import Path

from harness.secrets.scrubber import Scrubber

_FILMS = {".webm", ".mp4"}


class FileScrubber:
    """Scrubs files of what one run's scrubber knows."""

    def __init__(self, scrubber: Scrubber) -> None:
        self._scrubber = scrubber
        self._clean: set[bytes] = set()

    def scrub_folder(self, folder: Path) -> list[str]:
        """Scrub every file below a folder, which need not exist; give why files are gone, as `scrub_file` does."""
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        return [problem for path in files if (problem := self.scrub_file(path))]

    def scrub_file(self, path: Path) -> str:
        """Scrub one file in its place, leaving what holds no secret as it is.

        Give "", or why the file is gone.
        """
        try:
            self._scrub(path)
        except OSError as error:
            for written in (path, _fresh(path)):
                written.unlink(missing_ok=True)
            return f"{path} could not be written ({error.strerror or error})"
        return ""

    def _scrub(self, path: Path) -> None:
        if path.suffix in _FILMS:
            return
        if zipfile.is_zipfile(path):
            self._scrub_archive(path)
            return
        content = path.read_bytes()
        self._scrubber.learn(content)
        if (scrubbed := self._scrubber.scrub_bytes(content)) != content:
            path.write_bytes(scrubbed)

    def _scrub_archive(self, path: Path) -> None:
        with zipfile.ZipFile(path) as archive:
            members = [(member, archive.read(member)) for member in archive.infolist()]
        for _, content in members:
            self._scrubber.learn(content)
        scrubbed = [(member, self._scrubbed(content)) for member, content in members]
        if scrubbed == members:
            return
        fresh = _fresh(path)
        with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, content in scrubbed:
                archive.writestr(member, content)
        fresh.replace(path)

    def _scrubbed(self, content: bytes) -> bytes:
        digest = sha256(content).digest()
        if digest in self._clean:
            return content
        scrubbed = self._scrubber.scrub_bytes(content)
        if scrubbed == content:
            self._clean.add(digest)
        return scrubbed


def _fresh(path: Path) -> Path:
    """Say where an archive is written anew."""
    return path.with_name(f"{path.name}.scrubbed")
