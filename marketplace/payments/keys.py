"""What opens the pages of one payment, beside its session and its account: a signed key.

The way back from the bank may end in another browser, that of an app say. A reference alone opens
nothing.
"""

from django.core.signing import BadSignature, TimestampSigner

LASTS = 24 * 3600  # seconds: longer than anybody pays

_signer = TimestampSigner(salt="marketplace.payments.page")


def key_of(reference: str) -> str:
    return _signer.sign(reference).removeprefix(f"{reference}:")


def opens(key: str, reference: str) -> bool:
    try:
        return _signer.unsign(f"{reference}:{key}", max_age=LASTS) == reference
    except BadSignature:
        return False
