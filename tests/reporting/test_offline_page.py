"""A page either asks no other machine for anything or is refused."""

import pytest

from harness.reporting.offline_page import ForeignSourceError, foreign_sources, made_offline

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>Report</title>
<link rel="stylesheet" href="data:text/css;base64,AAAA"></head>
<body><script src="data:text/javascript;base64,AAAA"></script>
<a href="https://experienceleague.example.com/tutorial">tutorial</a>
{more}
<script>window.allureReportOptions = {{"name": "x"}}</script></body></html>
"""

TAG_MANAGER = """
<script async src="https://www.googletagmanager.com/gtag/js?id=G-1"></script>
<script>
    window.dataLayer = window.dataLayer || [];
    function gtag(){dataLayer.push(arguments);}
    gtag('config', 'G-1');
</script>
"""


def test_tag_manager_is_cut_out_and_nothing_else() -> None:
    """The page's own scripts, styles and links stay."""
    page = made_offline(PAGE.format(more=TAG_MANAGER))
    assert "googletagmanager" not in page
    assert "gtag" not in page
    assert page.count("<script") == 2
    assert 'href="https://experienceleague.example.com/tutorial"' in page
    assert "window.allureReportOptions" in page


def test_browser_is_reported_to_load_nothing() -> None:
    """The policy stands before everything that it is to govern."""
    page = made_offline(PAGE.format(more=""))
    policy = page.index("Content-Security-Policy")
    assert policy < page.index("<link")
    assert policy < page.index("<script")
    assert "http" not in page[policy : page.index(">", policy)].removeprefix("http-equiv")


@pytest.mark.parametrize(
    "more",
    [
        '<script type="module" async src = "//cdn.example.com/x.js"></script>',
        "<SCRIPT SRC=https://cdn.example.com/x.js></SCRIPT>",
    ],
)
def test_other_foreign_scripts_are_cut_out_too(more: str) -> None:
    """However they are written."""
    assert "cdn.example.com" not in made_offline(PAGE.format(more=more))


def test_page_with_a_foreign_source_is_refused(subtests: pytest.Subtests) -> None:
    """It is not for us to guess what such a page needs."""
    rows: tuple[str, ...] = (
        '<link rel="stylesheet" href="https://fonts.example.com/x.css">',
        '<img src="//images.example.com/x.png">',
        '<img srcset="https://images.example.com/x.png 2x">',
        '<iframe src="http://frames.example.com"></iframe>',
    )
    for more in rows:
        with subtests.test(more=more), pytest.raises(ForeignSourceError, match=r"example\.com"):
            made_offline(PAGE.format(more=more))


def test_links_for_readers_are_no_sources() -> None:
    """A browser follows them only when somebody clicks."""
    assert foreign_sources(PAGE.format(more="")) == []
