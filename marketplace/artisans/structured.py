"""The schema.org description of an artisan, for JSON-LD."""

from django.urls import reverse
from django.utils.safestring import SafeString

from ground.design.components.navigation import json_ld
from marketplace.forks.partner.models import Partner


def local_business(artisan: Partner, *, base_url: str, share_url: str) -> SafeString:
    """https://schema.org/LocalBusiness; `base_url` is scheme and host. "" for an invented one."""
    if artisan.is_invented:
        return SafeString()
    known = {
        "description": artisan.tagline,
        "image": share_url,
        "foundingDate": artisan.since and str(artisan.since),
        "knowsAbout": [craft.name for craft in artisan.crafts.all()],
    }
    return json_ld(
        {
            "@context": "https://schema.org",
            "@type": "LocalBusiness",
            "@id": base_url + reverse("identity", args=["artisans", artisan.pk]),
            "name": artisan.name,
            "url": f"{base_url}{artisan.get_absolute_url()}",
            "address": {"@type": "PostalAddress", "addressLocality": artisan.commune},
            **{name: value for name, value in known.items() if value},
        }
    )
