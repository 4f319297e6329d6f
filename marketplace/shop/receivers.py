from datetime import datetime
from typing import Any

from django.dispatch import receiver

from marketplace.payments.models import Payment
from marketplace.payments.signals import captured

from .actions import orders


@receiver(captured, sender=Payment)
def place_the_order(payment: Payment, at: datetime, **_: Any) -> None:
    orders.place(payment, at=at)
