"""Puts words in place of what belongs to one run: its e-mails, the ids that the shop gave, what the report hides."""

import json
import re
from typing import Any

PASSWORD = "<your own, by the shop's rules, or as a step says>"  # noqa: S105  what stands for one
TOKENS = {"ADMIN_TOKEN": "<admin token>", "CUSTOMER_TOKEN": "<customer token>"}
"""What a tester reads for the variables that the report's commands take tokens from."""
OTHER_TOKEN = "<token that the step describes>"  # noqa: S105  what stands for one
HIDDEN = "<hidden in the report>"

_MASK = "•••"
_OWN_EMAIL = re.compile(
    r"(acceptance)(\+|%2B)(\d{8}-\d{6}-[0-9a-f]{4}\.[0-9a-f]{4}(?:\.gw\d+)?\.\d+)", re.IGNORECASE
)
"""What the e-mails of a run begin with: the run, the machine, the worker and a number make each unique."""
_WHOSE = ("the customer's", "the other customer's")
_WIDTH = 88


class Emails:
    """Numbers the e-mails of a whole checklist, so that no two scenarios share one."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def replaced(self, text: str) -> str:
        """Put `<yours>` and a number in place of the run's part; capitals stay as they were sent."""
        return _OWN_EMAIL.sub(self._word, text)

    def _word(self, found: re.Match[str]) -> str:
        beginning, plus, unique = found.groups()
        number = self._numbers.setdefault(unique.lower(), len(self._numbers) + 1)
        yours = "YOURS" if beginning.isupper() else "Yours" if beginning.istitle() else "yours"
        return f"{beginning}{plus}<{yours}>.{number}"


class Words:
    """The words of one scenario; it learns ids from the answers that bring them."""

    def __init__(self, emails: Emails) -> None:
        self._emails = emails
        self._ids: dict[tuple[str, object], str] = {}

    def learn(self, answer: str) -> None:
        """Take the ids of a customer from the answer that created her; any other answer teaches nothing."""
        try:
            created = json.loads(answer)
            number, addresses = created["id"], [address["id"] for address in created.get("addresses", ())]
        except (ValueError, KeyError, TypeError):
            return
        earlier = sum(kind == "customer" for kind, _ in self._ids)
        whose = _WHOSE[earlier] if earlier < len(_WHOSE) else f"customer {earlier + 1}'s"
        self._ids["customer", number] = f"<{whose} id>"
        for place, address in enumerate(addresses, start=1):
            which = f"address {place}" if len(addresses) > 1 else "address"
            self._ids["address", address] = f"<{whose} {which} id>"

    def text(self, text: str) -> str:
        """Give a sentence or a text that was sent."""
        return self._emails.replaced(text).replace(_MASK, HIDDEN)

    def url(self, url: str) -> str:
        """Give a URL; its query's brackets stand as they are."""
        readable = url.replace("%5B", "[").replace("%5D", "]")
        return self.text(re.sub(r"/(customer|address)(es/|s/|/edit/id/)(\d+)", self._in_path, readable))

    def body(self, body: str) -> str:
        """Give a body; JSON is written as tightly as a sheet of paper allows."""
        try:
            value = json.loads(body)
        except ValueError:
            return self.text(body)
        return re.sub(r'"(<[^"<>]* id>)"', r"\1", _written(self._value(value)))

    def _in_path(self, found: re.Match[str]) -> str:
        kind, between, number = found.groups()
        return f"/{kind}{between}{self._ids.get((kind, int(number)), number)}"

    def _value(self, value: Any, key: str = "", within: str = "customer") -> Any:
        """Put words into JSON; an `id` is a customer's, or an address's within `addresses`."""
        if isinstance(value, dict):
            inside = "address" if key == "addresses" else within
            named = str(value.get("fieldName"))  # Magento's {"fieldName": "customerId", "fieldValue": 72}
            return {
                name: self._value(each, named if name == "fieldValue" else name, inside)
                for name, each in value.items()
            }
        if isinstance(value, list):
            return [self._value(each, key, within) for each in value]
        if isinstance(value, str):
            return PASSWORD if value == _MASK and "passw" in key.lower() else self.text(value)
        kind = within if key == "id" else key.lower().replace("_", "").removesuffix("id")
        return self._ids.get((kind, value), value)


def authorization(command: str) -> str:
    """Give who asks from the report's command for bash, with the tokens in words; "" for a guest."""
    header = re.search(r"Authorization: (.+?)[\"']?(?: \\)?$", command, re.MULTILINE)
    if header is None:
        return ""
    plain = re.sub(r"\\(.)", r"\1", header[1])
    return re.sub(r"\$\{?(\w+)\}?", lambda found: TOKENS.get(found[1], OTHER_TOKEN), plain)


def _written(value: Any, indent: str = "") -> str:
    """Write JSON; what is too long for a line has a line for each of its parts."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= _WIDTH or not (isinstance(value, dict | list) and value):
        return line
    deeper = f"{indent}  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(name)}: {_written(each, deeper)}" for name, each in value.items()]
    else:
        parts = [_written(each, deeper) for each in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n" + ",\n".join(f"{deeper}{part}" for part in parts) + f"\n{indent}{closing}"
