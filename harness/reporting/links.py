"""What a scenario's report links to: the tutorial, its case in docs/coverage.md, the issues it is tagged with.

Where repository and tracker are is told by allure-pytest's own option, `--allure-link-pattern TYPE:PATTERN`,
for the types `coverage` and `issue`; a link whose pattern nobody told would lead nowhere and is left out.
"""

from collections.abc import Iterator, Mapping

from allure_commons.model2 import Link
from allure_commons.types import LinkType

from harness.core.scenario_identity import ScenarioIdentity

TUTORIAL = "https://developer.adobe.com/commerce/webapi/rest/tutorials/inventory/create-customer/"
"""Step 6 of Adobe's tutorial "Order Processing with Inventory Management"."""


def links(identity: ScenarioIdentity, patterns: Mapping[str, str]) -> Iterator[Link]:
    """Give the links of a scenario; `patterns` hold `{}` where the id goes, by type."""
    yield Link(LinkType.LINK, TUTORIAL, "Adobe's tutorial, step 6")
    if identity.short_id and "coverage" in patterns:
        anchor = identity.short_id.partition(".")[0]
        yield Link(LinkType.TEST_CASE, patterns["coverage"].format(anchor), f"docs/coverage.md, {anchor}")
    if "issue" in patterns:
        for issue in identity.issues:
            yield Link(LinkType.ISSUE, patterns["issue"].format(issue), issue)
