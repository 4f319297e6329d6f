"""Names in plain letters: as an address has them, and as the search compares them."""

import re
import unicodedata

from anyascii import anyascii


def plain(text: str) -> str:
    """`text` in ASCII, as one would type it: "Œuf" is "Oeuf", "Łódź" is "Lodz"."""
    if text.isascii():
        return text
    whole = unicodedata.normalize("NFKC", text)
    return anyascii(
        "".join(sign for sign in whole if not unicodedata.category(sign).startswith("S"))
    )


def slug(text: object, *_args: object, **_kwargs: object) -> str:
    """The part of an address that names something: "Fosse 11/19, l’Œuf" is "fosse-11-19-loeuf".

    All addresses are made of it, Oscar's too, which hand in settings of their own.
    """
    joined = re.sub(r"['`´]", "", plain(str(text).translate(APOSTROPHES)).lower())
    return re.sub(r"[^a-z0-9]+", "-", joined).strip("-")


APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼʹ′＇"), "'")
