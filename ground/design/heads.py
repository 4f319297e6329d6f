"""What a page says of itself where it is found or shared: a title, a description, a language."""

import re
from html import unescape

from babel import Locale
from babel.core import get_global
from django.utils.html import strip_tags

TITLE = 60  # what search engines show of it
LEAST, MOST = 70, 160  # of a description: enough to choose by, and what is shown
# Between blocks of text there is a space, even where the markup has none.
BLOCK_ENDS = re.compile(r"</(?:p|li|h[1-6]|div|dd|dt)>|<br\s*/?>", re.IGNORECASE)
ENDS_OF_SENTENCES = (".", "!", "?", "…", ":", ";")
SENTENCE = re.compile(r"(?<=[.!?…])\s+")
BREAKING_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def plain(html: str) -> str:
    """The words of some HTML, or of plain text, in one line."""
    return BREAKING_SPACES.sub(" ", unescape(strip_tags(BLOCK_ENDS.sub(" ", html)))).strip()


def cut(words: str, most: int) -> str:
    """`words` if they fit into `most` letters, else as many whole ones as do, and "…"."""
    if len(words) <= most:
        return words
    whole = words[:most].rsplit(None, 1)
    kept = whole[0] if len(whole) > 1 else words[: most - 1]
    return kept.rstrip(" ,;:–-·«(") + "…"


def titled(words: str, site: str = "") -> str:
    """What the browser's tab says: `words`, with the name of the site where there is room."""
    whole = f"{words} · {site}"
    if site and site not in words and len(whole) <= TITLE:
        return whole
    return cut(words, TITLE)


def described(first: str, *more: str) -> str:
    """What search engines quote: the first text, and of the next as much as it takes.

    What stands in what was said already is not said again.
    """
    said = ""
    for text in (first, *more):
        for sentence in SENTENCE.split(text):
            if len(said) >= LEAST:
                return cut(said, MOST)
            if sentence and sentence not in said:
                said = f"{_ended(said)} {sentence}".strip()
    return cut(said, MOST)


def _ended(said: str) -> str:
    return said if not said or said.endswith(ENDS_OF_SENTENCES) else f"{said}."


def locale_of(code: str) -> str:
    """The language as share cards name it, with the country that it is most spoken in: "fr_FR"."""
    code = code.replace("-", "_")
    likely = Locale.parse(get_global("likely_subtags").get(code, code))
    return f"{likely.language}_{likely.territory}" if likely.territory else likely.language
