"""What Magento says of an e-mail address: its validators' rules in their order, with the shop's own texts.

All top-level domains are known here but those that no registry gives out, which Magento does not take either.
"""

import ipaddress
import re
from collections.abc import Iterator

from sandbox import messages
from sandbox.versions import MagentoVersion

LONGEST_LOCAL_PART = 64
SHORTEST_HOST, LONGEST_HOST = 4, 254
RESERVED_TOP_LEVEL_DOMAINS = frozenset(
    {"test", "example", "invalid", "localhost", "local", "internal", "lan", "home", "corp"}
)

ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
DOT_ATOM = rf"{ATOM}(\.{ATOM})*"
QUOTED = r'"[\x20\x21\x23-\x5b\x5d-\x7e]*"'
LABEL = re.compile(r"[^\W_]([\w-]{0,61}[^\W_])?")
LOCAL_NAME = re.compile(r"([a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}", re.IGNORECASE)


def problems(email: str, version: MagentoVersion) -> list[str]:
    """List what is wrong with an e-mail address."""
    parts = re.fullmatch(r"(?s)(.+)@([^@]+)", email)
    if parts is None or ".." in email:
        return [messages.EMAIL_MALFORMED]
    return list(_problems(parts[1], parts[2], version))


def _problems(local_part: str, host: str, version: MagentoVersion) -> Iterator[str]:
    if len(local_part) > LONGEST_LOCAL_PART or len(host) > LONGEST_HOST + 1:
        yield messages.EMAIL_TOO_LONG
    reasons = list(_host_problems(host, version))
    if reasons:
        yield messages.HOSTNAME_INVALID
        yield from (reason.format(host=host, tld=host.rpartition(".")[2].lower()) for reason in reasons)
    letters = re.UNICODE if version.takes_any_letter_in_email else re.ASCII
    if not re.fullmatch(f"{DOT_ATOM}|{QUOTED}", local_part, letters):
        yield messages.EMAIL_MALFORMED


def _host_problems(host: str, version: MagentoVersion) -> Iterator[str]:
    if _is_ip_address(host):
        yield messages.IP_ADDRESS_REFUSED
        return
    reason = _dns_problem(host, version)
    if reason:
        # What is no host of the internet may still be one of a local network, of which none is taken.
        yield reason
        yield messages.LOCAL_NAME_REFUSED if LOCAL_NAME.fullmatch(host) else messages.LOCAL_NAME_INVALID


def _dns_problem(host: str, version: MagentoVersion) -> str | None:
    labels = host.split(".")
    top_level_domain = labels[-1].lower()
    if len(labels) == 1 or not SHORTEST_HOST <= len(host) <= LONGEST_HOST:
        return version.bad_hostname
    if len(top_level_domain) < 2:  # noqa: PLR2004 - no such domain is shorter
        return messages.TOP_LEVEL_DOMAIN_UNREADABLE
    if top_level_domain in RESERVED_TOP_LEVEL_DOMAINS or not LABEL.fullmatch(top_level_domain):
        return messages.TOP_LEVEL_DOMAIN_UNKNOWN
    return _label_problem(labels, version)


def _label_problem(labels: list[str], version: MagentoVersion) -> str | None:
    if "" in labels:
        return version.bad_hostname
    if any(label[0] == "-" or label[-1] == "-" for label in labels):
        return messages.DASH_MISPLACED
    if any("_" in label or not LABEL.fullmatch(label) for label in labels):
        return messages.HOST_LABEL_INVALID
    return None


def _is_ip_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
