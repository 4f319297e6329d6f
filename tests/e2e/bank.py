"""A bank with a page of its own, on another host than the shop's."""

import os

from marketplace.payments.models import Payment
from marketplace.payments.sandbox.provider import Sandbox


class Elsewhere(Sandbox):
    """The sandbox, but its page is at the address in BANK_URL."""

    hosts = (os.environ.get("BANK_URL", ""),)

    def authorise(self, payment: Payment, *, return_url: str, at) -> str:
        super().authorise(payment, return_url=return_url, at=at)
        return f"{self.hosts[0]}/{payment.reference}"
