"""The two bodies that recur in the record of real shops in the way of a suite, and how a reply is compared."""

from typing import Any

from tests.sandbox.rest_client import Reply

SIGN_IN_REFUSED = {
    "message": "The account sign-in was incorrect or your account is disabled temporarily. "
    "Please wait and try again later."
}
REQUIRED = '"%fieldName" is required. Enter and try again.'


def unauthorized(resource: str) -> tuple[int, dict[str, Any]]:
    """Give status and body of the refusal that names a resource."""
    return 401, {
        "message": "The consumer isn't authorized to access %resources.",
        "parameters": {"resources": resource},
    }


def reported(reply: Reply) -> tuple[int, Any]:
    """Give status and body of a reply."""
    return reply.status_code, reply.json
