"""What of selling falls due at a time; `manage.py run_due` asks for it, twice without harm."""

from collections import Counter
from datetime import datetime

from marketplace.payments import actions as payments
from marketplace.payments.sandbox import post


def run(*, at: datetime) -> Counter[str]:
    """Deliver, expire, take up again. Returns how many of each, and how many failed."""
    delivered = Counter({"answers delivered": post.deliver_due(at=at)})
    return delivered + payments.expire(at=at) + payments.finish(at=at)
