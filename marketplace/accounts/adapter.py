from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string


class AccountAdapter(DefaultAccountAdapter):
    """allauth's letters, each also as a page that looks like ours; and its check of addresses."""

    def is_safe_url(self, url: str | None) -> bool:
        """Whether `next` stays here. allauth's check stumbles over what is no address at all."""
        try:
            return super().is_safe_url(url)
        except ValueError:
            return False

    def render_mail(
        self,
        template_prefix: str,
        email: str | list[str],
        context: dict[str, Any],
        headers: dict[str, str] | None = None,
    ) -> EmailMessage:
        message = super().render_mail(template_prefix, email, context, headers)
        if isinstance(message, EmailMultiAlternatives) and not message.alternatives:
            words = {"subject": message.subject, "text": message.body}
            message.attach_alternative(
                render_to_string("account/email/page.html", words), "text/html"
            )
        return message
