"""What a real shop lacks: controls by which tests turn its clock, slow it down, break it, set it and empty it.

The store has these addresses only when it is started with `--testing`.
"""

import time
from collections import deque
from dataclasses import asdict
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, request

from sandbox.controls import OUTAGES
from sandbox.defects import DEFECTS
from sandbox.settings import SettingRefusedError, read_setting
from sandbox.shop import current_shop

ADDRESS = "/sandbox/testing"
blueprint = Blueprint("testing", __name__, url_prefix=ADDRESS)

_KEPT = 50_000

RANGES = ("rest_latency", "page_latency", "section_latency", "script_delay")


@blueprint.before_app_request
def note_request() -> None:
    """Remember what the shop is asked, and when."""
    if not request.path.startswith(f"{ADDRESS}/"):
        _requests().append({"at": time.time(), "method": request.method, "path": request.path})


@blueprint.get("/requests")
def read_requests() -> Response:
    """List the latest requests since the shop was emptied, in seconds since 1970."""
    return jsonify(list(_requests()))


@blueprint.post("/reset")
def reset() -> Response:
    """Empty the shop and put every control back to how it was started."""
    current_shop().reset()
    _requests().clear()
    return _controls()


@blueprint.post("/clock")
def advance_clock() -> Response:
    """Move the shop's clock forward."""
    clock = current_shop().clock
    clock.advance(float(_sent()["advance"]))
    return jsonify(now=clock.now().isoformat())


@blueprint.get("/defects")
def read_defects() -> Response:
    """Tell what may be wrong with the shop."""
    return jsonify(DEFECTS)


@blueprint.get("/controls")
def read_controls() -> Response:
    """Tell how the controls stand."""
    return _controls()


@blueprint.put("/controls")
def set_controls() -> Response | tuple[Response, int]:
    """Change the controls that are named; the others stay."""
    sent = _sent()
    unknown = (
        sent.keys() - {*RANGES, "defects", "outage", "settings"}
        | set(sent.get("defects", ())) - DEFECTS.keys()
    )
    unknown |= {sent.get("outage")} - {None, *OUTAGES}
    if unknown:
        return jsonify(unknown=sorted(unknown)), 400
    try:
        settings = dict(read_setting(f"{key}={value}") for key, value in sent.get("settings", {}).items())
    except SettingRefusedError as refusal:
        return jsonify(refused=str(refusal)), 400
    if "settings" in sent:
        current_shop().settings.set_to(settings)
    controls = current_shop().controls
    for name in RANGES:
        if name in sent:
            low, high = sent[name]
            setattr(controls, name, (int(low), int(high)))
    if "outage" in sent:
        controls.outage = sent["outage"]
    if "defects" in sent:
        controls.defects = set(sent["defects"])
    return _controls()


def _requests() -> "deque[dict[str, Any]]":
    kept: deque[dict[str, Any]] = current_app.extensions.setdefault("requests", deque(maxlen=_KEPT))
    return kept


def _sent() -> dict[str, Any]:
    sent: dict[str, Any] = request.get_json()
    return sent


def _controls() -> Response:
    controls = asdict(current_shop().controls)
    controls["defects"] = sorted(controls["defects"])
    return jsonify(controls)
