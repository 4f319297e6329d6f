"""The results of a pilot as they were on a day: written down, and read again."""

import json
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

from .models import Edition, Pilot

# They move on without being corrected; check-ins are between team, host and manager.
NOT_RESULTS = {"state", "application", "picture", "checkins"}


def content_of(pilot: Pilot) -> dict[str, Any]:
    """The pilot with its indicators, budget, milestones and lessons, as JSON keeps it."""
    content = json.loads(json.dumps(pilot.serializable_data(), cls=DjangoJSONEncoder))
    return {
        name: value for name, value in in_each_language(content).items() if name not in NOT_RESULTS
    }


def in_each_language(content: Any) -> Any:
    """Without the columns that stand for whatever language is active."""
    if isinstance(content, list):
        return [in_each_language(row) for row in content]
    if not isinstance(content, dict):
        return content
    return {
        name: in_each_language(value)
        for name, value in content.items()
        if f"{name}_{settings.LANGUAGE_CODE}" not in content
    }


def as_it_was(edition: Edition) -> Pilot:
    """The pilot with what was published then, its rows in memory only."""
    now = edition.pilot
    content = {
        **edition.content,
        "state": now.state,
        "application": now.application_id,
        "picture": now.picture_id,
    }
    then = Pilot.from_serializable_data(content)
    return now if then is None else then
