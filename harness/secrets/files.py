"""Scrubs files that others wrote, a Playwright trace member by member; what was clean is not searched twice.

A film spells nothing, so videos pass as they are. Contents that have been clean once stay clean: secrets are
random and younger than what does not hold them.
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

    def scrub_folder(self, folder: Path) -> None:
        """Scrub every file below a folder, which need not exist."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.scrub_file(path)

    def scrub_file(self, path: Path) -> None:
        """Scrub one file in its place; what holds no secret is left as it is."""
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
        fresh = path.with_name(f"{path.name}.scrubbed")
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
