"""What letters and networks add to an address to count who comes. Nothing here reads it.

Left in, each campaign would have pages of its own in the cache, none of them kept yet when a
newsletter brings everybody at once, and their links would carry it on.
"""

import re

from django.http import HttpRequest

OF_A_CAMPAIGN = re.compile(
    r"(utm_\w+|mtm_\w+|pk_(?:campaign|kwd|keyword|source|medium|content|cid)|mc_[ce]id|fbclid|gclid|gbraid|wbraid|dclid|msclkid|twclid|igshid)(=|$)"
)


def forget_campaign(request: HttpRequest) -> None:
    """Take it out of the address before anything reads that."""
    query = request.META.get("QUERY_STRING", "")
    if query and request.method in {"GET", "HEAD"}:
        asked = [part for part in query.split("&") if not OF_A_CAMPAIGN.match(part)]
        request.META["QUERY_STRING"] = "&".join(asked)
