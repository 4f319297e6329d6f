"""What of the letters falls due at a time; `manage.py run_due` asks for it."""

from datetime import datetime

from .sending import send_due


def run(*, at: datetime) -> dict[str, int]:
    return {"letters sent": send_due(at=at)}
