"""What a payment provider has to do; `settings.PAYMENT_PROVIDERS` names them by code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    from .models import Payment

Kind = Literal["authorise", "capture", "decline", "cancel", "refund"]


class Untrusted(Exception):
    """A message that does not prove that it comes from the provider."""


class ProviderError(Exception):
    """The provider refused, or could not be reached: nothing is known to have changed."""


@dataclass(frozen=True)
class Answer:
    """What a provider says: `kind` is a move of `states.MOVES`, `amount` what it is about."""

    event_id: str
    reference: str
    kind: Kind
    amount: Decimal
    payload: dict[str, Any] = field(default_factory=dict)


class Provider(Protocol):
    """Every method may be called again for the same payment without a second effect.

    Methods that act raise ProviderError. What came of them arrives by webhook, never by return
    value. `at` is the time of asking.

    `hosts` are the origins that the pay page is on or leads through, as `https://pay.example`: the
    policy of the checkout's pages lets forms lead there. None for a page of our own.
    """

    code: str
    hosts: tuple[str, ...]

    def authorise(self, payment: "Payment", *, return_url: str, at: datetime) -> str:
        """Register the payment; returns the address where the shopper pays."""
        ...

    def capture(self, payment: "Payment", *, at: datetime) -> None:
        """Take the money that was authorised."""
        ...

    def cancel(self, payment: "Payment", *, at: datetime) -> None:
        """Let go of the authorisation, or of the attempt."""
        ...

    def refund(self, payment: "Payment", *, at: datetime) -> None:
        """Give the whole amount back."""
        ...

    def ask(self, payment: "Payment", *, at: datetime) -> None:
        """Have the provider repeat what it knows, in case its message was lost."""
        ...

    def read(self, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Understand a webhook. Raises Untrusted."""
        ...


def hosts() -> list[str]:
    """Where paying may lead: the hosts of all providers, since a payment keeps the one it has."""
    return [host for code in settings.PAYMENT_PROVIDERS for host in get_provider(code).hosts]


@cache
def get_provider(code: str) -> Provider:
    """The provider of that code; KeyError where the settings know none."""
    provider: Provider = import_string(settings.PAYMENT_PROVIDERS[code])()
    return provider
