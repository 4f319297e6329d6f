"""Money that a shopper pays, and the stock kept for it meanwhile."""

from marketplace.payments.sandbox.models import SandboxAnswer, SandboxCharge

from .hold import StockHold
from .payment import Payment, PaymentEvent

__all__ = ["Payment", "PaymentEvent", "SandboxAnswer", "SandboxCharge", "StockHold"]
