"""pip-audit with an index in this process's place: `python -m tests.tools.answering_index KIND OPTION...`.

KIND says what the index does: `clean` knows every package and no advisory, `advisory` knows one of each,
`unknown` has no package, `away` cannot be reached.
"""

import json
import runpy
import sys
from typing import Any

import requests

ADVISORY = {
    "id": "TEST-1",
    "fixed_in": ["99"],
    "aliases": [],
    "details": "",
    "summary": "",
    "withdrawn": None,
}
KNOWN: dict[str, list[dict[str, Any]]] = {"clean": [], "advisory": [ADVISORY]}


def main() -> None:
    """Answer in the index's place, and be pip-audit."""
    kind = sys.argv.pop(1)

    def send(_: requests.Session, request: requests.PreparedRequest, **__: Any) -> requests.Response:
        if kind == "away":
            raise requests.ConnectionError("nobody there")
        response = requests.Response()
        response.request, response.url = request, str(request.url)
        response.status_code = 200 if kind in KNOWN else 404
        response._content = json.dumps({"vulnerabilities": KNOWN.get(kind, [])}).encode()  # noqa: SLF001
        return response

    setattr(requests.Session, "send", send)  # noqa: B010  the type is not of interest here
    sys.argv[0] = "pip-audit"
    runpy.run_module("pip_audit", run_name="__main__")


if __name__ == "__main__":
    main()
