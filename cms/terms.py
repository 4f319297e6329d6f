"""What letters take from the pages: the terms of sale as they stand today, and who answers.

Named in the settings as `TERMS_OF_SALE` and `LETTERS_ANSWERED_BY`.
"""

import re

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.text import slugify

from ground.letters.outbox import File

from .languages import active_language, locale_id
from .models import PlainPage, SiteSettings
from .models.plain import Subject

OF_THIS_SITE = re.compile(r'(href|src)="/(?!/)')


def terms_of_sale() -> File | None:
    """In the active language, as a page that needs no other file. None while none are public.

    A link would not do: what somebody agreed to is theirs to keep, whatever becomes of the page.
    """
    page = PlainPage.objects.live().filter(subject=Subject.TERMS, locale=locale_id()).first()
    if page is None:
        return None
    words = {"page": page, "language": active_language(), "base_url": settings.BASE_URL}
    html = render_to_string("emails/terms.html", words)
    whole = OF_THIS_SITE.sub(rf'\1="{settings.BASE_URL}/', html)
    return File(f"{slugify(page.title)}.html", "text/html", whole.encode())


def answered_by() -> str:
    """The address that visitors write to; "" while none is named."""
    site = SiteSettings.objects.filter(site__is_default_site=True).first()
    return site.contact_email if site else ""
