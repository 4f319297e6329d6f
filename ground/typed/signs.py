"""Signs that are no text: presentations leave them in what is pasted, and XML forbids them."""

import re
from typing import Any

# Control characters but tabulator and line ends, halves of signs, and what Unicode calls no signs.
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# A form refuses a NUL in words: a person who sends one does so on purpose.
PASTED = re.compile(NO_TEXT.pattern.replace("\x00", "\x01", 1))


def readable(value: Any) -> Any:
    """The text, or the texts in these lists and dictionaries, with a space for each such sign."""
    if isinstance(value, str):
        return NO_TEXT.sub(" ", value)
    if isinstance(value, dict):
        return {key: readable(one) for key, one in value.items()}
    return [readable(one) for one in value] if isinstance(value, list | tuple) else value


def as_pasted(value: Any) -> Any:
    """What a form takes: the text with a space for each such sign but NUL."""
    if isinstance(value, str):
        return PASTED.sub(" ", value)
    return [as_pasted(one) for one in value] if isinstance(value, list) else value
