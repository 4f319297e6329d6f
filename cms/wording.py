"""Words as the search compares them: the same however they are written.

Accents, ligatures, capitals, elisions, apostrophes and plurals do not matter, and "11/19" is one
word of two parts. The words of the index and those of a question go the same way, through this
file, to small letters and digits, so that any database compares them alike.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from ground.typed.names import plain

LANGUAGES = ("fr", "en")
MARK = "<mark>"
AROUND = 80  # letters quoted before and after what was asked
LONGEST = 60  # letters of a part of a word
APOSTROPHE = "['’‘ʼ`´′ʹ＇]"
# The joints of "9-9bis", "11/19" and "Noyelles‑sous‑Lens".
WORD = re.compile(r"[^\W_]+(?:[-/.‐‑–][^\W_]+)*")
ELISION = re.compile(
    rf"\b(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu){APOSTROPHE}(?=\w)"
    rf"|(?<=\w){APOSTROPHE}s\b",  # and the English possessive
    re.IGNORECASE,
)
PART = re.compile(r"[a-z]+|[0-9]+")

# Words that join others: nothing is looked for by them where there is any other word.
JOINING = """
a au aux avec by can ce ces cet cette d dans de des du en est et for from how i in is it l la le les
leur leurs mais mes mon my nos notre of on or ou our par pour qu quel quelle que qui sa sans se ses
son sont sous sur that the their this to un une vos votre what when where who will with y your
"""

# What people call the same thing here; each line is one thing, in plain letters.
SAME = [
    "cadeau cadeaux offrir gift gifts",
    "livraison expedition envoi expedier livrer delivery shipping dispatch postage",
    "retour retractation remboursement rembourser return refund withdrawal",
    "cgv conditions terms",
    "paiement payer payment pay",
    "confidentialite rgpd cookies privacy gdpr",
    "bijou bijouterie jewellery jewelry jewel",
    "velo bicyclette cycling bicycle bike",
]


@dataclass(frozen=True)
class Word:
    """A word that was asked: as it was written, and what of the index answers to it.

    `forms` are its own, `others` those of words that mean the same; each is a row of stems.
    """

    written: str
    forms: tuple[str, ...]
    others: tuple[str, ...] = ()

    @property
    def joins(self) -> bool:
        return plain(self.written).lower() in JOINING.split()


def words_of(text: str) -> list[str]:
    """The words of `text` as they are written, without what is elided before them."""
    whole = unicodedata.normalize("NFKC", text)
    return WORD.findall(ELISION.sub(" ", whole))


def parts_of(word: str) -> list[str]:
    """`word` in plain letters, each run of letters or digits apart: "9bis" is "9" and "bis"."""
    return [part[:LONGEST] for part in PART.findall(plain(word).lower())]


def stem(part: str, language: str) -> str:
    """`part` out of its plural, as far as that can be seen from its end."""
    if len(part) < 4 or part.isdigit():
        return part
    return _english(part) if language == "en" else _french(part)


def _french(part: str) -> str:
    if part.endswith("ux") or (part.endswith("s") and not part.endswith("ss")):
        part = part[:-1]
    # "canal" and "canaux", "travail" and "travaux", "tuyau" and "tuyaux"; but not "bateau".
    return re.sub(r"(?:ail|(?<!e)au)$", "al", part) if len(part) > 3 else part


def _english(part: str) -> str:
    if part.endswith("ies") and len(part) > 4:
        return part[:-3] + "y"
    if part.endswith(("sses", "xes", "ches", "shes")):
        return part[:-2]
    return part[:-1] if part.endswith("s") and not part.endswith(("ss", "us", "is")) else part


def indexed(texts: Iterable[str], language: str) -> str:
    """The stems of `texts` in their order, each between two spaces."""
    stems = (
        stem(part, language) for text in texts for word in words_of(text) for part in parts_of(word)
    )
    return f" {' '.join(stems)} "


def asked(text: str) -> list[Word]:
    """The words of a question."""
    return [word for word in map(_asked, words_of(text)) if word.forms]


def _asked(written: str) -> Word:
    forms = _forms(written)
    same = [other for line in SAME for other in _matching(line, forms)]
    return Word(written, forms, tuple(dict.fromkeys(one for one in same if one not in forms)))


def _matching(line: str, forms: tuple[str, ...]) -> list[str]:
    stems = [form for word in line.split() for form in _forms(word)]
    return stems if set(stems) & set(forms) else []


def _forms(written: str) -> tuple[str, ...]:
    parts = parts_of(written)
    rows = (" ".join(stem(part, language) for part in parts) for language in LANGUAGES)
    return tuple(dict.fromkeys(filter(None, rows)))


def answers(written: str, words: Iterable[Word]) -> bool:
    """Whether the word `written` somewhere is one that was asked."""
    rows = [f" {form} " for form in _forms(written)]
    return any(
        f" {form} " in row
        for row in rows
        for word in words
        if not word.joins
        for form in (*word.forms, *word.others)
    )


def marked(text: str, words: list[Word]) -> SafeString:
    """`text` as HTML, with what was asked in it between `<mark>` and `</mark>`."""
    whole, pieces, at = unicodedata.normalize("NFC", text), [], 0
    for found in WORD.finditer(whole):
        if answers(found[0], words):
            pieces.append(
                format_html("{}" + MARK + "{}</mark>", whole[at : found.start()], found[0])
            )
            at = found.end()
    pieces.append(escape(whole[at:]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def quote(text: str, words: list[Word]) -> str:
    """The first place in `text` that has one of `words`, with what stands around; "" if none."""
    found = next((each for each in WORD.finditer(text) if answers(each[0], words)), None)
    if not found:
        return ""
    start = text.rfind(" ", 0, max(found.start() - AROUND, 0)) + 1 if found.start() > AROUND else 0
    end = text.find(" ", found.end() + AROUND)
    ends = end if end > 0 else len(text)
    return ("… " if start else "") + text[start:ends] + (" …" if ends < len(text) else "")
