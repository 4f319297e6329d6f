from typing import Any

from marketplace.letters.models import Letter
from marketplace.letters.outbox import put


def make_letter(subject: str = "Votre lampe", **more: Any) -> Letter:
    """A letter in the outbox, due now."""
    words = {
        "to": "lea@terril.example",
        "language": "fr",
        "text": "Bonjour.",
        "html": "<p>Bonjour.</p>",
    }
    return put(Letter(**{**words, "subject": subject, **more}))
