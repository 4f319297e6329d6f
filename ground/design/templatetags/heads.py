"""What the head of a page says: `{% words as x %}…{% endwords %}`, and filters that fit it in."""

from django.template import Library
from django.utils.safestring import SafeString

from ..alternates import hreflangs
from ..heads import described, locale_of, plain, titled

register = Library()
register.filter("titled", titled)
register.filter("described", described)
register.filter("hreflangs", hreflangs)
register.filter("locale_of", locale_of)


@register.simple_block_tag
def words(content: SafeString) -> str:
    """The words of what stands in the block, to be escaped anew where they are put."""
    return plain(content)
