"""Numbers of national registers."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from stdnum.exceptions import InvalidChecksum, InvalidFormat
from stdnum.fr import siret

from .spaces import plain

DIGITS = 14


def read_siret(typed: str) -> str:
    """A SIRET as its 14 digits; "" for nothing. La Poste's have a check of their own."""
    text = re.sub(r"^SIRET(?:\s*N[°ºo]\.?)?[\s:.]*", "", plain(typed), flags=re.IGNORECASE)
    number = re.sub(r"[\s.\-–/]", "", text)
    if not number:
        return ""
    if number.isdigit() and len(number) != DIGITS:
        words = ngettext(
            "A SIRET has 14 digits; this one has %(count)d.",
            "A SIRET has 14 digits; this one has %(count)d.",
            len(number),
        )
        raise ValidationError(words % {"count": len(number)})
    try:
        return siret.validate(number)
    except InvalidFormat:
        raise ValidationError(_("A SIRET is made of 14 digits and nothing else.")) from None
    except InvalidChecksum:
        raise ValidationError(
            _("One digit of this SIRET is wrong: its check digits do not add up.")
        ) from None
