"""What each round plays, and on which store: releases, themes and thirds of the scenarios in turn."""

from dataclasses import dataclass

RELEASES = ("2.4.8", "2.4.7", "2.4.1")
THEMES = ("luma",)
PARTS = 3
"""A round plays a third of the scenarios, so that it takes less than five minutes on two cores."""

HOSTILE = (
    "--rest-latency 0-800 --page-latency 0-800 --script-delay 0-2000 --section-latency 0-3000"
    " --defect dead-sign-in-form --defect cached-home-page"
)
"""Slow, and sound: the two defects are Magento's own, a form that stays dead and a page that takes her for a guest."""


@dataclass(frozen=True)
class Round:
    """One round, counted from 0; `seed` is what the order of its scenarios comes from."""

    number: int
    seed: int

    @property
    def release(self) -> str:
        """Give the store's release: another in each round."""
        return RELEASES[self.number % len(RELEASES)]

    @property
    def theme(self) -> str:
        """Give the store's theme: another once every release has had this one."""
        return THEMES[self.number // len(RELEASES) % len(THEMES)]

    @property
    def part(self) -> str:
        """Give the part of the scenarios; in nine rounds every release has played every part."""
        return f"{(self.number + self.number // len(RELEASES)) % PARTS + 1}/{PARTS}"

    @property
    def store(self) -> str:
        """Give the embedded store's options."""
        return f"--magento {self.release} --theme {self.theme} {HOSTILE}"

    def command(self) -> list[str]:
        """Give pytest's arguments, but for where the results go."""
        return [
            *("features", "-p", "no:cacheprovider", "-p", "tools.soak.plugin", "-n", "2"),
            *("--shop", "embedded", "--sandbox", self.store, "--shard", self.part),
            *("--random-order-bucket", "global", "--random-order-seed", str(self.seed)),
        ]
