"""What falls due at a time; `manage.py run_due` asks for it, twice without harm."""

from datetime import datetime

from marketplace.payments import actions as payments
from marketplace.payments.sandbox import post


def run(*, at: datetime) -> dict[str, int]:
    """Deliver, expire, take up again. Returns how many of each."""
    return {
        "answers delivered": post.deliver_due(at=at),
        "payments expired": payments.expire(at=at),
        "payments taken up": payments.finish(at=at),
    }
