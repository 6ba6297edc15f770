"""The built-in page cache of 2.4.8 with its genuine fault: it ignores who is signed in.

A page that a guest put into it is served to customers too; their account menu comes later, by a call.
"""

from flask import jsonify, render_template
from werkzeug.wrappers import Response

from sandbox.defects import defective
from sandbox.storefront.pages import header
from sandbox.storefront.routes import route
from sandbox.storefront.visit import Visit

SCHEMA = ("CREATE TABLE IF NOT EXISTS storefront_page_cache (address TEXT PRIMARY KEY, html TEXT NOT NULL)",)
DEFECT = "cached-home-page"


def cached_page(visit: Visit) -> str | None:
    """Find the page as some guest saw it."""
    if not defective(DEFECT):
        return None
    with visit.shop.database.transaction() as connection:
        row = connection.execute(
            "SELECT html FROM storefront_page_cache WHERE address = ?", (visit.base_url,)
        ).fetchone()
    return str(row["html"]) if row else None


def keep_page(visit: Visit, html: str) -> None:
    """Keep a page for whoever asks next."""
    if defective(DEFECT):
        with visit.shop.database.transaction() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO storefront_page_cache VALUES (?, ?)", (visit.base_url, html)
            )


@route("page_cache/block/render", methods=("GET",))
def render_blocks(visit: Visit) -> Response:
    """Answer the account menu that a cached page lacks; a guest has none."""
    if visit.customer is None:
        return jsonify(customer="")
    return jsonify(
        customer=render_template(
            "luma/account_menu.html", **header(visit, signed_in=True), on_cached_page=True
        )
    )
