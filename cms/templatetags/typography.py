"""`{{ heading|unbroken }}`: where lines are few and large, a compound word stays on one of them."""

import re

from django.template import Library
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

register = Library()
LONGEST = 18  # letters: longer ones have to break on a narrow phone
COMPOUND = re.compile(r"\w+(?:-\w+)+")


@register.filter
def unbroken(words: str) -> SafeString:
    """The words, escaped, with no break inside "quatre-vingt-six"."""

    def kept(found: re.Match[str]) -> str:
        word = found[0]
        return word if len(word) > LONGEST else f'<span class="nowrap">{word}</span>'

    return mark_safe(COMPOUND.sub(kept, conditional_escape(words)))  # escaped just here
