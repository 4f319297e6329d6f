"""What allauth asks of us: letters in our dress, addresses as people type them."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as now
from django.conf import settings
from django.contrib.sites.shortcuts import get_current_site
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string

from ground.letters.backend import keep


class AccountAdapter(DefaultAccountAdapter):
    """allauth's letters, each also as a page that looks like ours; and its check of addresses."""

    def is_safe_url(self, url: str | None) -> bool:
        """Whether `next` stays here. allauth's check stumbles over what is no address at all."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into the outbox; links lead to where the site is, whatever host was asked for."""
        asked = now.request.build_absolute_uri("/")
        led = {
            name: f"{settings.BASE_URL}/{value.removeprefix(asked)}"
            for name, value in context.items()
            if isinstance(value, str) and value.startswith(asked)
        }
        site = get_current_site(now.request)
        words = {"request": now.request, "email": email, "current_site": site, **context, **led}
        message = self.render_mail(template_prefix, email, words)
        keep(message, template=template_prefix, is_secret=True)

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        message = super().render_mail(template_prefix, email, context, headers)
        if isinstance(message, EmailMultiAlternatives) and not message.alternatives:
            words = {
                "subject": message.subject,
                "text": message.body,
                "has_account": not template_prefix.endswith("unknown_account"),
            }
            message.attach_alternative(
                render_to_string("account/email/page.html", words), "text/html"
            )
        return message
