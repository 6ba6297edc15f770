"""Scrubs files that others wrote, a Playwright trace member by member; what was clean is not searched twice.

A film spells nothing, so videos pass as they are. Contents that have been clean once stay clean: secrets are
random and younger than what does not hold them.
"""

import zipfile
from hashlib import sha256
from pathlib import Path

from harness.secrets.scrubber import scrubber

_FILMS = {".webm", ".mp4"}

_clean: set[bytes] = set()


def scrub_files(folder: Path) -> None:
    """Scrub every file below a folder, which need not exist."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            scrub_file(path)


def scrub_file(path: Path) -> None:
    """Scrub one file in its place; what holds no secret is left as it is."""
    if path.suffix in _FILMS:
        return
    if zipfile.is_zipfile(path):
        _scrub_archive(path)
        return
    content = path.read_bytes()
    if (scrubbed := scrubber.scrub_bytes(content)) != content:
        path.write_bytes(scrubbed)


def _scrub_archive(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        members = [(member, archive.read(member)) for member in archive.infolist()]
    scrubbed = [(member, _scrubbed(content)) for member, content in members]
    if scrubbed == members:
        return
    fresh = path.with_name(f"{path.name}.scrubbed")
    with zipfile.ZipFile(fresh, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in scrubbed:
            archive.writestr(member, content)
    fresh.replace(path)


def _scrubbed(content: bytes) -> bytes:
    digest = sha256(content).digest()
    if digest in _clean:
        return content
    scrubbed = scrubber.scrub_bytes(content)
    if scrubbed == content:
        _clean.add(digest)
    return scrubbed
