"""White space, invisible signs and digits of a paste, put right before anything is judged."""

import unicodedata

# Seen as nothing or as a space, though their category says letter, mark or symbol.
UNSEEN = set("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
JOINERS = set("\u200c\u200d")  # of letters, in Persian names for example


def one_line(text: str) -> str:
    """Words with single, plain spaces and nothing invisible: a name, a street, a town."""
    return " ".join("".join(_seen(sign) for sign in text).split())


def plain(text: str) -> str:
    """As `one_line`, and each digit as 0 to 9, whichever script or width it came in."""
    signs = (str(unicodedata.decimal(sign, sign)) for sign in one_line(text))
    return "".join(sign for sign in signs if sign not in JOINERS)


def _seen(sign: str) -> str:
    if sign.isspace() or sign in UNSEEN:
        return " "
    category = unicodedata.category(sign)
    return "" if category in {"Cc", "Cf"} and sign not in JOINERS else sign
