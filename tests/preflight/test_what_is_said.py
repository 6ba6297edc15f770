"""What the doctor says of shops, word for word: a change of wording is one difference in `__snapshots__`.

`.venv/bin/pytest tests --snapshot-update -k test_snapshot_of` writes the words anew.
"""

import re

import pytest
from syrupy.assertion import SnapshotAssertion

from harness.preflight import command
from harness.preflight.checks import CHECKS
from sandbox.configuration import BUILT_IN_ADMIN_PASSWORD
from tests.preflight.served_shop import served

WITHOUT_BROWSER = [check for check in CHECKS if check.title != "browser"]
"""What is said of the machine's browser is not the same everywhere."""

SHOPS = {
    "stock": "",
    "of Magento 2.4.1": "--magento 2.4.1",
    "under maintenance": "--maintenance",
    "behind a broken front": "--bad-gateway 600",
    "redirected": "--redirect-to https://a.example",
    "behind a firewall": "--required-header X-Pass:yes",
    "REST behind basic auth": "--rest-password jo:front-secret",
    "storefront behind basic auth": "--storefront-password jo:front-secret",
    "two-factor": "--admin-totp-secret JBSWY3DPEHPK3PXP",
    "few rights": "--admin-role stores",
    "no group": "--admin-role acceptance",
    "store view not active": "--inactive-store-view us",
    "guests read store views": "--set webapi/webapisecurity/allow_insecure=1",
    "captcha": "--set customer/captcha/mode=always",
    "set otherwise": "--set customer/address/telephone_show=opt --set customer/address/prefix_show=req "
    "--set general/country/allow=DE --set customer/password/minimum_password_length=12",
    "customers confirm their e-mail": "--set customer/create_account/confirm=1",
}
"""Each with the options of the embedded store that make it so."""


@pytest.mark.parametrize("shop", SHOPS)
def test_snapshot_of_a_shop(
    shop: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    snapshot: SnapshotAssertion,
) -> None:
    """Every line, the sentence at the end, and the exit code."""
    with served(*SHOPS[shop].split()) as url:
        monkeypatch.setenv("SHOP_BASE_URL", url)
        monkeypatch.setenv("SHOP_ADMIN_USERNAME", "admin")
        monkeypatch.setenv("SHOP_ADMIN_PASSWORD", BUILT_IN_ADMIN_PASSWORD)
        exit_code = command.main(["--wait", "0"], checks=WITHOUT_BROWSER)
    said = re.sub(r"http://127\.0\.0\.1:\d+", "http://shop.example", capsys.readouterr().out)
    assert f"{said}{int(exit_code)}" == snapshot
