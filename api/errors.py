"""What can go wrong between the suite and a shop's REST API, as one tree.

Every error names the call, so that one line tells what was asked, where, what came back and, where it is
known, what to do next. The subclass says which phase failed.
"""

from api import usual_causes


class ShopError(Exception):
    """A REST call did not give what it was made for.

    `call` is the method and path ("POST /rest/us/V1/customers"), `status` the HTTP status, or None when no
    answer came.
    """

    def __init__(self, call: str, problem: str, *, status: int | None = None) -> None:
        super().__init__(f"{call}: {problem}")
        self.call = call
        self.problem = problem
        self.status = status

    @property
    def usual_cause(self) -> str:
        """Give what usually stands behind it as a sentence, "" where nothing is known."""
        return ""


class Unreachable(ShopError):
    """No answer came: the connection could not be made, broke, or the time limit ran out."""


class NotRest(ShopError):
    """An answer came, but not from Magento's REST API: a redirect, an HTML page, unreadable JSON."""

    @property
    def usual_cause(self) -> str:
        """Give what usually answers in the shop's place."""
        return usual_causes.of_no_rest(self.status) if self.status else ""


class UnexpectedAnswer(ShopError):
    """Magento answered with success, but the answer lacks what it promises or has another shape."""


class Refusal(ShopError):
    """Magento refused the call.

    `message` is Magento's own sentence with its placeholders filled, `parameters` what filled them, `errors`
    the single refusals' sentences when there were several. `advice` is added where a right is missing.
    """

    def __init__(
        self,
        call: str,
        message: str,
        *,
        status: int,
        parameters: dict[str, str] | None = None,
        errors: tuple[str, ...] = (),
        advice: str = "",
    ) -> None:
        self.message = message
        self.parameters = parameters or {}
        self.errors = errors
        advised = f"{message} {advice}" if advice and self.missing_right else message
        super().__init__(call, f"{status}, {advised}", status=status)

    @property
    def usual_cause(self) -> str:
        """Give why Magento usually refuses in these words."""
        return usual_causes.of_refusal(self.call, self.status or 0, self.message)

    @property
    def missing_right(self) -> str | None:
        """The right that the caller lacks, None for any other reason; "self" is a customer's, no merchant has it."""
        right = self.parameters.get("resources")
        return None if right == "self" else right
