"""The door of the admin panel, which is all that a suite may meet of it: the releases open it differently."""

import secrets

from flask import Blueprint, Response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from sandbox.shop import current_shop

SIGN_IN_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Magento Admin</title></head>
<body id="html-body" class="admin__page-layout adminhtml-auth-login page-layout-admin-login">
<form method="post" id="login-form" autocomplete="off">
<fieldset class="admin__fieldset">
<legend class="admin__legend"><span>Welcome, please sign in</span></legend>
<label for="username">Username</label> <input id="username" name="login[username]" type="text">
<label for="login">Password</label> <input id="login" name="login[password]" type="password">
<button class="action-login action-primary" disabled>Sign in</button>
<p>This store has no admin panel: its admin works over REST.</p>
</fieldset>
</form>
</body>
</html>
"""

blueprint = Blueprint("admin_panel", __name__)


@blueprint.get("/admin/")
def sign_in_page() -> AnyResponse:
    """Show the form, or lead to the address that holds a key of its own."""
    if current_shop().version.admin_address_has_key:
        return redirect(f"{request.host_url}admin/admin/index/index/key/{secrets.token_hex(32)}/")
    return Response(SIGN_IN_PAGE, mimetype="text/html")


@blueprint.get("/admin/admin/index/index/key/<key>/")
def sign_in_page_by_key(key: str) -> AnyResponse:  # noqa: ARG001 - every key opens the same form
    """Show the form."""
    return Response(SIGN_IN_PAGE, mimetype="text/html")
