"""The session's cookie is judged by the very header that sets it."""

import pytest

from pages.session import SessionCookie

WHOLE = "PHPSESSID=abc; expires=Thu, 01 Jan 2099 00:00:00 GMT; Max-Age=3600; path=/; domain=shop.test"


@pytest.mark.parametrize(
    ("headers", "marks"),
    [
        ([f"{WHOLE}; HttpOnly; SameSite=Lax"], "HttpOnly; SameSite=Lax"),
        ([f"{WHOLE}; secure; httponly; samesite=lax"], "HttpOnly; SameSite=Lax; Secure"),
        ([WHOLE], "no mark"),
        ([f"{WHOLE}; HttpOnly", f"{WHOLE}; SameSite=Strict", "form_key=x; HttpOnly"], "SameSite=Strict"),
        ([f"{WHOLE}; HttpOnly\nX-Magento-Vary=x; SameSite=Lax"], "HttpOnly"),
    ],
)
def test_marks_of_the_last_cookie_count(headers: list[str], marks: str) -> None:
    """However the header is spelt, and whatever other cookies say."""
    assert str(SessionCookie.of(headers)) == marks


def test_an_answer_without_the_cookie_is_reported() -> None:
    """Signing in always gives the session a new id."""
    with pytest.raises(LookupError, match="the answer sets no PHPSESSID"):
        SessionCookie.of(["form_key=abc"])
