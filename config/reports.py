"""Errors told to a collector that understands Sentry's language, without anything about people."""

import re
from typing import Any

import sentry_sdk

from config.logs import request_number

ADDRESS = re.compile(r"[^\s@<>()\"'=]+@[^\s@<>()\"'=]+\.\w+")
# PostgreSQL repeats what was typed: Key (email)=(ada@example.org) already exists.
VALUE = re.compile(r"(Key \(.*?\)=)\(.*?\)|(Failing row contains )\(.*\)", re.DOTALL)


def report_errors_to(dsn: str) -> None:
    sentry_sdk.init(
        dsn=dsn,
        before_send=anonymous,
        include_local_variables=False,
        max_request_body_size="never",
        max_breadcrumbs=0,  # what was asked and logged before holds names and addresses
        server_name="",
        traces_sample_rate=0,
    )


def anonymous(event: Any, hint: Any) -> Any:
    """What broke and where in the code: no visitor, no form, no address that is a key."""
    event.pop("user", None)
    event.pop("extra", None)
    event.pop("breadcrumbs", None)
    method = event.pop("request", {}).get("method")
    event.setdefault("tags", {}).update({"request": request_number.get(), "method": method or "-"})
    for error in event.get("exception", {}).get("values", []):
        error["value"] = without_people(error.get("value") or "")
    if "logentry" in event:
        message = event["logentry"].get("formatted") or event["logentry"].get("message") or ""
        event["logentry"] = {"message": without_people(message)}
    return event


def without_people(text: str) -> str:
    text = VALUE.sub(lambda found: f"{found[1] or found[2]}(…)", text)
    return ADDRESS.sub("…@…", text)
