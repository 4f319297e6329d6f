"""Lists that a manager types as lines of text."""

from typing import NamedTuple

from django.utils.text import slugify

MARKS = {"number", "required"}


class Option(NamedTuple):
    """A choice, a column or an extension; of a column also what its cells take."""

    code: str
    label: str
    is_number: bool = False
    is_required: bool = False


def options_of(text: str) -> list[Option]:
    """Read lines such as `lab = In a laboratory` or `paid = Amount | number | required`.

    Without a code, one is made of the label.
    """
    return [_option(line) for line in text.splitlines() if line.strip()]


def _option(line: str) -> Option:
    words, *marks = (part.strip() for part in line.split("|"))
    if not MARKS.issuperset(marks):  # a sign like another
        words, marks = line.strip(), []
    code, sign, label = (part.strip() for part in words.partition("="))
    if not sign:
        code, label = slugify(words), words
    return Option(code, label, "number" in marks, "required" in marks)


def written(options: list[Option]) -> str:
    """The lines from which `options_of` reads the same options."""
    return "\n".join(
        " | ".join(
            [
                f"{option.code} = {option.label}",
                *(["number"] if option.is_number else []),
                *(["required"] if option.is_required else []),
            ]
        )
        for option in options
    )
