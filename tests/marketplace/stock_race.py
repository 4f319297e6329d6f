"""The shoppers of `test_stock_race.py`: each is a process, and all begin to pay at the same moment.

`python -m tests.marketplace.stock_race PRODUCT SHOPPERS` prints a line for each: what came of it.
"""

import os
import sys
import time

import django

SECONDS_TO_FORK = 2.0


def main(product: str, shoppers: str) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
    django.setup()
    from django.db import connections

    baskets = fill_baskets(product, int(shoppers))
    connections.close_all()  # a connection is never shared between processes
    starts_at = time.monotonic() + SECONDS_TO_FORK
    children = [start(basket, starts_at) for basket in baskets]
    return max(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children)


def fill_baskets(product: str, shoppers: int) -> list[int]:
    from marketplace.forks.catalogue.models import Product
    from tests.factories.marketplace import make_basket

    wanted = Product.objects.get(pk=product)
    return [make_basket(wanted).pk for _ in range(shoppers)]


def start(basket: int, starts_at: float) -> int:
    """Begin a process for this basket; returns its id."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        time.sleep(max(0.0, starts_at - time.monotonic()))
        os.write(1, f"{buy(basket)}\n".encode())
        status = 0
    finally:
        os._exit(status)


def buy(pk: int) -> str:
    """Order one piece and pay for it."""
    from django.utils import timezone

    from marketplace.forks.partner.exceptions import OutOfStock
    from marketplace.payments.models import SandboxCharge
    from marketplace.payments.sandbox import actions as sandbox
    from marketplace.shop.actions.checkout import QuoteChanged
    from tests.factories.marketplace import Basket, begin_payment

    try:
        payment = begin_payment(Basket.objects.get(pk=pk))
    except (OutOfStock, QuoteChanged):
        return "refused"
    charge = SandboxCharge.objects.get(reference=payment.reference)
    sandbox.play(charge, "accept", at=timezone.now())
    payment.refresh_from_db()
    return "ordered" if payment.order_id else str(payment.state)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
