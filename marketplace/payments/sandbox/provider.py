"""The sandbox as a provider: strict about states and amounts, as real ones are."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from ..keys import key_of
from ..provider import Answer, ProviderError, Untrusted
from . import post
from .models import ChargeState, SandboxCharge

if TYPE_CHECKING:
    from marketplace.payments.models import Payment

SIGNATURE = "Sandbox-Signature"


class Sandbox:
    code = "sandbox"
    hosts: tuple[str, ...] = ()

    def authorise(self, payment: "Payment", *, return_url: str, at: datetime) -> str:
        charge, _ = SandboxCharge.objects.get_or_create(
            idempotency_key=str(payment.idempotency_key),
            defaults={
                "reference": payment.reference,
                "amount": payment.amount,
                "currency": payment.currency,
                "return_url": return_url,
                "created_at": at,
            },
        )
        if (charge.reference, charge.amount) != (payment.reference, payment.amount):
            raise ProviderError("this key was used for another payment")
        page = reverse("payments:sandbox", args=[charge.reference])
        return f"{page}?{urlencode({'key': key_of(charge.reference)})}"

    def capture(self, payment: "Payment", *, at: datetime) -> None:
        self._change(payment, {ChargeState.AUTHORISED}, ChargeState.CAPTURED, "capture", at)

    def cancel(self, payment: "Payment", *, at: datetime) -> None:
        still_open = {ChargeState.OPEN, ChargeState.CHALLENGED, ChargeState.AUTHORISED}
        self._change(payment, still_open, ChargeState.VOIDED, "cancel", at)

    def refund(self, payment: "Payment", *, at: datetime) -> None:
        self._change(payment, {ChargeState.CAPTURED}, ChargeState.REFUNDED, "refund", at)

    def ask(self, payment: "Payment", *, at: datetime) -> None:
        post.deliver_due(payment.reference, at=at)

    def read(self, body: bytes, headers: Mapping[str, str]) -> Answer:
        if not constant_time_compare(headers.get(SIGNATURE, ""), sign(body)):
            raise Untrusted("the signature does not fit")
        try:
            words = json.loads(body)
            return Answer(
                event_id=words["id"],
                reference=words["reference"],
                kind=words["kind"],
                amount=Decimal(words["amount"]),
                payload=words,
            )
        except (KeyError, TypeError, ValueError, InvalidOperation) as error:
            raise Untrusted("the message makes no sense") from error

    def _change(
        self,
        payment: "Payment",
        sources: set[ChargeState],
        target: ChargeState,
        kind: str,
        at: datetime,
    ) -> None:
        with transaction.atomic():
            charges = SandboxCharge.objects.select_for_update()
            charge = charges.filter(reference=payment.reference).first()
            if charge is None:
                raise ProviderError("it was never handed over")
            if charge.state == target:
                return  # asked twice
            if charge.state not in sources:
                raise ProviderError(f"{kind} is not possible from {charge.state}")
            charge.state = target
            charge.save(update_fields=["state"])
            post.write(charge, kind, due_at=at)
        post.deliver_due(charge.reference, at=at)


def sign(body: bytes) -> str:
    return hmac.new(settings.SANDBOX_WEBHOOK_SECRET.encode(), body, hashlib.sha256).hexdigest()
