from typing import Any

from ground.letters.models import Letter
from ground.letters.outbox import put


def make_letter(subject: str = "Votre lampe", **more: Any) -> Letter:
    """A letter in the outbox, due now."""
    words = {
        "to": "lea@terril.example",
        "language": "fr",
        "text": "Bonjour.",
        "html": "<p>Bonjour.</p>",
    }
    return put(Letter(**{**words, "subject": subject, **more}))
