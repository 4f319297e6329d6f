"""`{% kept "footer" base_url %}…{% endkept %}`: a part of every page, drawn once.

Drawn for each language and each of the values that are named, until something changes. Nothing in
it may depend on anything else: who asks, the address, the time.
"""

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, Node, NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ..memory import remembered

register = template.Library()


class KeptNode(Node):
    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: NodeList, named: list[FilterExpression]) -> None:
        self.nodelist, self.named = nodelist, named

    def render(self, context: Any) -> SafeString:
        if settings.DEBUG:
            return self.nodelist.render(context)
        values = [get_language(), *(value.resolve(context) for value in self.named)]
        key = ":".join(map(str, ("drawn", *values)))
        return remembered(key, lambda: self.nodelist.render(context))


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Name the part first, then every value that makes a difference to it."""
    _tag, *named = token.split_contents()
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, [parser.compile_filter(value) for value in named])
