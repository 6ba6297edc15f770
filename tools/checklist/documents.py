"""Writes the checklist twice: as a page to print or to tick on the screen, and as Markdown for a wiki or a ticket."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from tools.checklist.checklist import Checklist
from tools.checklist.wording import OTHER_TOKEN, PASSWORD, TOKENS

DOCUMENTS = ("checklist.html", "checklist.md")

_FACTS = ("Shop", "Magento", "Store view", "Storefront", "Run")
_ADVICE = (
    "Each step shows the requests that the run sent for it, and how the shop answered."
    " Send them with any REST client, JSON with the header Content-Type: application/json.",
    "Delete the customers whom you made when you are through: in the admin, under Customers.",
)
_GONE = "The embedded store ended with this run: make sandbox serves another one, at a URL that it prints."
_TERMS = {
    "<yours>": "A word of your own that makes your e-mails unique, letters and digits, a new one each time."
    " <Yours> and <YOURS> ask for it in capitals.",
    PASSWORD: "A password: one for each customer, kept for her sign-in.",
    TOKENS["ADMIN_TOKEN"]: "The token of an admin or of an integration.",
    TOKENS["CUSTOMER_TOKEN"]: "The text that POST .../V1/integration/customer/token answered.",
    OTHER_TOKEN: "A token that is made up or changed: the step says how.",
    "<the customer's id>": "The id in the answer that created her; ids of addresses stand there too.",
}


def write(checklist: Checklist, folder: Path) -> list[Path]:
    """Write both into `folder`, which is made, and give their paths."""
    templates = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["plain"] = _plain
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / name for name in DOCUMENTS]
    facts = {name: checklist.facts[name] for name in _FACTS if name in checklist.facts}
    is_gone = facts.get("Shop", "").startswith("http://127.0.0.1:")
    advice = (_GONE, *_ADVICE) if is_gone else _ADVICE
    values = {"checklist": checklist, "facts": facts, "advice": advice, "terms": _TERMS}
    for path in paths:
        text = templates.get_template(path.name).render(values)
        path.write_text(text, encoding="utf-8")
    return paths


def _plain(text: str) -> str:
    """Keep a sentence in one line, and from being taken for Markdown."""
    return re.sub(r"([\\`*<>|\[\]])", r"\\\1", " ".join(text.split()))
