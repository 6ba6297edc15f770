"""Magento's refusals as a tester reads them: the table of reasons holds patterns, and a person wants sentences."""

import re

from api.reasons import Reason

ANYTHING = "…"


def refusal(reason: Reason) -> str:
    """Tell the status and what Magento says, in whichever of the supported versions; … is what may vary."""
    if reason.parameters:
        return f"{reason.status}, a message that names {' and '.join(reason.parameters.values())}"
    return f"{reason.status}, {' or '.join(f'“{sentence(wording)}”' for wording in reason.wordings)}"


def sentence(wording: str) -> str:
    """Write a pattern of Magento's message as the message."""
    text = re.sub(r"\(\?=\.\*(.*?)\)", rf" \1 {ANYTHING}", wording)
    text = re.sub(r"-\?\\d\+|\\d\+?|\.\*", ANYTHING, text)
    text = re.sub(r"\\s[+*]", " ", text)
    text = re.sub(r"\\(.)|([^?])\?", r"\1\2", text)
    return re.sub(rf"{ANYTHING}(\s*{ANYTHING})+", ANYTHING, text).strip()
