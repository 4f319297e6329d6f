"""One function a letter; the first line of its text is the subject."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import override

from .links import order_path

if TYPE_CHECKING:
    from .models import Consignment


def send(name: str, *, to: str, language: str, **context: Any) -> None:
    """Send templates/emails/marketplace/<name>.{txt,html}, in the language of whoever reads it."""
    with override(language):
        words = {**context, "base_url": settings.WAGTAILADMIN_BASE_URL}
        subject, _, text = render_to_string(f"emails/marketplace/{name}.txt", words).partition("\n")
        message = EmailMultiAlternatives(subject.strip(), text.strip(), to=[to])
        html = render_to_string(f"emails/marketplace/{name}.html", words)
        message.attach_alternative(html, "text/html")
        message.send()


def to_shopper(name: str, *, order: Any, **context: Any) -> None:
    """To whoever bought, with the address of their order's page as `path`."""
    language = order.payment.language
    with override(language):
        path = order_path(order)
    send(name, to=order.email, language=language, order=order, path=path, **context)


def consignment_sent(consignment: "Consignment") -> None:
    to_shopper("consignment_sent", order=consignment.order, consignment=consignment)


def consignment_ready(consignment: "Consignment") -> None:
    to_shopper("consignment_ready", order=consignment.order, consignment=consignment)
