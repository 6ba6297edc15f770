"""The one page that tells what the shop is: its version without the patch level, as Magento tells it."""

from flask import Blueprint, Response

blueprint = Blueprint("identity", __name__)


@blueprint.get("/magento_version")
@blueprint.get("/<any(default, us, de):store_code>/magento_version")
def magento_version(store_code: str = "") -> Response:  # noqa: ARG001 - the answer is the same in every store view
    """Answer as every recorded release does."""
    reported = Response("Magento/2.4 (Community)", content_type="text/html; charset=UTF-8")
    reported.headers["X-Magento-Tags"] = "FPC"
    return reported
