"""Lists that a manager types as lines of text."""

from typing import NamedTuple

from django.utils.text import slugify


class Option(NamedTuple):
    code: str
    label: str


def options_of(text: str) -> list[Option]:
    """Read lines such as `lab = In a laboratory`; without a code, one is made of the label."""
    lines = (line.partition("=") for line in text.splitlines() if line.strip())
    return [
        Option(code.strip(), label.strip()) if sign else Option(slugify(code), code.strip())
        for code, sign, label in lines
    ]


def written(options: list[Option]) -> str:
    """The lines from which `options_of` reads the same options."""
    return "\n".join(f"{option.code} = {option.label}" for option in options)
