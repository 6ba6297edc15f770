"""The options that dress the store up as a shop on somebody's staging, with what stands in a suite's way there."""

import os
from argparse import Action, ArgumentParser
from collections.abc import Callable

from sandbox import two_factor
from sandbox.command_line import values
from sandbox.controls import MAINTENANCE
from sandbox.languages import LANGUAGES
from sandbox.roles import ROLES
from sandbox.stores import LOCALES, STORE_CODES
from sandbox.themes import FOLDERS

Option = Callable[..., Action]


def add_options(parser: ArgumentParser) -> None:
    """Add every profile."""
    group = parser.add_argument_group("profiles: what stands between a suite and a real shop")
    for add in (_add_admin_access, _add_addresses, _add_front, _add_outages, _add_settings, _add_pages):
        add(group.add_argument)


def _add_admin_access(option: Option) -> None:
    option(
        "--admin-totp-secret",
        type=values.totp_secret,
        default=os.environ.get("SANDBOX_ADMIN_TOTP_SECRET") or None,
        metavar="BASE32",
        help="the admin has a second factor, Google's (default: SANDBOX_ADMIN_TOTP_SECRET)",
    )
    option(
        "--two-factor",
        choices=[two_factor.State.UNCONFIGURED.value, two_factor.State.NOT_FORCED.value],
        default=two_factor.State.OFF.value,
        help="a second factor is asked for, and the admin or the whole shop has not set it up",
    )
    option(
        "--admin-role",
        choices=list(ROLES),
        default="full",
        help="what the admin and the integration may do: everything, or what its name says",
    )
    option(
        "--integration",
        type=values.oauth_secrets,
        default=os.environ.get("SANDBOX_INTEGRATION") or None,
        metavar="KEY:SECRET:TOKEN:TOKENSECRET",
        help="an integration that signs by OAuth 1.0a, four times 32 characters (default: SANDBOX_INTEGRATION)",
    )
    option(
        "--integration-as-bearer",
        action="store_true",
        help="the integration's token is good as a Bearer, as it always is on 2.4.1",
    )
    for name in ("--admin-token-lifetime", "--customer-token-lifetime"):
        option(name, type=values.number, metavar="SECONDS", help="by default the release's own")


def _add_addresses(option: Option) -> None:
    option(
        "--tls",
        type=values.certificate,
        metavar="CERT:KEY",
        help="speak https, with a certificate and a key out of two files",
    )
    option(
        "--website-hosts",
        type=values.website_hosts,
        default=(),
        metavar="CODE=HOST,...",
        help="a host per website, such as us=127.0.0.2,de=127.0.0.3, and no store codes in the path",
    )
    option(
        "--without-store-codes",
        action="store_true",
        help="no store codes in the path: the host chooses the store view, or it is the default one",
    )
    option(
        "--inactive-store-view",
        action="append",
        default=[],
        choices=STORE_CODES,
        dest="inactive_store_views",
        help="a store view that is switched off; may be given several times",
    )


def _add_front(option: Option) -> None:
    for name, where in (("--storefront-password", "everything but REST"), ("--rest-password", "REST")):
        option(name, type=values.login, metavar="USER:PASS", help=f"basic auth in front of {where}")
    option(
        "--required-header",
        type=values.header,
        metavar="NAME:VALUE",
        help="a firewall blocks every request without this header",
    )
    option(
        "--redirect-to",
        type=values.address,
        metavar="ADDRESS",
        help="every request is sent on, to the same path below another address",
    )


def _add_outages(option: Option) -> None:
    option(
        "--first-page-latency",
        type=values.number,
        default=0,
        metavar="MS",
        help="how slow the first storefront page after the start is",
    )
    option(
        "--bad-gateway", type=values.number, default=0, metavar="SECONDS", help="502 for the first seconds"
    )
    option(
        "--maintenance",
        action="store_const",
        const=MAINTENANCE,
        dest="outage",
        help="start under maintenance; with --testing, outages are also switched while the store runs",
    )


def _add_settings(option: Option) -> None:
    option(
        "--set",
        action="append",
        type=values.setting,
        default=[],
        dest="settings",
        metavar="PATH[@SCOPE]=VALUE",
        help="a value by Magento's configuration path, for a website or store view after @;"
        " may be given several times (sandbox/settings.py lists the paths)",
    )
    option(
        "--required-attributes",
        type=values.codes,
        default=(),
        metavar="CODE,...",
        help="custom attributes that a new customer may not lack",
    )


def _add_pages(option: Option) -> None:
    option("--demo-notice", action="store_true", help="a notice at the top says that this is a demo store")
    option(
        "--theme",
        action="append",
        type=values.theme,
        default=[],
        dest="themes",
        metavar="[CODE=]THEME",
        help=f"a store view's theme, or that of all: {', '.join(FOLDERS)} (its sign-in page is of a structure"
        " that no suite has seen); may be given several times",
    )
    option(
        "--locale",
        action="append",
        type=values.locale,
        default=[],
        dest="locales",
        metavar="[CODE=]LOCALE",
        help=f"a store view's locale, or that of all: {', '.join(LOCALES)}; without a language pack it changes"
        " the names of countries alone; may be given several times",
    )
    option(
        "--language-pack",
        action="append",
        type=values.language,
        default=[],
        dest="language_packs",
        metavar="LANGUAGE",
        help=f"sentences in that language: {', '.join(LANGUAGES)}; German is a part of 2.4.8, French is invented",
    )
