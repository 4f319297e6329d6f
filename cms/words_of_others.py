"""Sentences of Wagtail's packages that are said otherwise here, to be translated by us.

Most are never used from here: our own catalogue comes before theirs.
"""

from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

WORDS = [
    # wagtail-localize
    _("Locales"),
    _("Published '{object}' in {locale}."),
    _("Published '{object}' in {locale} with missing translations - see below."),
    # wagtail-modeladmin
    _("Add %(object)s"),
    _("Add a new %(object)s"),
    _("By %(filter_title)s"),
]


def name_filters() -> None:
    """The report of translations has two filters without a word in any language."""
    from wagtail_localize.views.report import TranslationsReportFilterSet

    filters = TranslationsReportFilterSet.base_filters
    filters["source_locale"].label = gettext_lazy("From language")
    filters["target_locale"].label = gettext_lazy("Into language")
