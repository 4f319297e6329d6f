"""A list of records: it honours the filters, order and search that it offers, and nothing else.

Every view of a record asks what its list asks, and knows the rows that the list has.
"""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.admin import FieldListFilter
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.utils import get_fields_from_path, unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import URLPattern
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy
from wagtail_modeladmin.helpers import ButtonHelper, PermissionHelper
from wagtail_modeladmin.options import ModelAdmin
from wagtail_modeladmin.views import CreateView, IndexView

LONGEST_SEARCH = 200  # signs: SQLite takes a very long one for an error of ours


def breakable(address: str) -> SafeString:
    """An address of mail that breaks at its signs, where a column is narrow."""
    parts = re.split(r"(?<=[.@+_-])", address)
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in parts))  # a tag of ours


class ReadOnly(PermissionHelper):
    """What happened is read here; it changes only through its actions."""

    def user_can_create(self, user: Any) -> bool:
        return False

    def user_can_edit_obj(self, user: Any, obj: Model) -> bool:
        return False

    def user_can_delete_obj(self, user: Any, obj: Model) -> bool:
        return False


class ListView(IndexView):
    """modeladmin's filters by any field that the address names, and fails where there is none."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.GET = self._asked(request)  # type: ignore[assignment]  # as Django has it, immutable
        return super().dispatch(request, *args, **kwargs)

    def _asked(self, request: HttpRequest) -> QueryDict:
        """What the address says of what this list offers."""
        offered = {self.ORDER_VAR, self.PAGE_VAR}
        if self.model_admin.get_search_fields(request):
            offered.add(self.SEARCH_VAR)
        if self.model_admin.get_list_export(request):
            offered.add(self.EXPORT_VAR)
        offered |= self._filters_offered(request)
        asked = request.GET.copy()
        for name in asked.keys() - offered:
            del asked[name]
        if self.SEARCH_VAR in asked:
            asked[self.SEARCH_VAR] = str(asked[self.SEARCH_VAR])[:LONGEST_SEARCH]
        asked._mutable = False
        return asked

    def _filters_offered(self, request: HttpRequest) -> set[str]:
        names: set[str] = set()
        for each in self.model_admin.get_list_filter(request):
            if callable(each):
                spec = each(request, {}, self.model, self.model_admin)
            else:
                path, create = each if isinstance(each, tuple) else (each, FieldListFilter.create)
                field = get_fields_from_path(self.model, path)[-1]
                spec = create(field, request, {}, self.model, self.model_admin, field_path=path)
            names |= set(spec.expected_parameters())
        return names

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet[Any]:
        """The rows asked for; a filter with a value that is none is no filter."""
        try:
            return super().get_queryset(request)
        except (IncorrectLookupParameters, ValidationError, ValueError):
            kept = (self.ORDER_VAR, self.SEARCH_VAR)
            for name in [name for name in self.params if name not in kept]:
                del self.params[name]
            return super().get_queryset(request)


class NewView(CreateView):
    """modeladmin's, which makes its title of "New" and a noun: no sentence in most languages."""

    def get_page_title(self) -> str:
        return str(self.model_admin.words_new or super().get_page_title())

    def get_page_subtitle(self) -> str:
        return "" if self.model_admin.words_new else str(super().get_page_subtitle())

    get_meta_title = get_page_title


class Buttons(ButtonHelper):
    def add_button(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        button: dict[str, Any] = super().add_button(*args, **kwargs)
        words = self.view.model_admin.words_new
        return button | {"label": words, "title": words} if words else button


class ListAdmin(ModelAdmin):
    """modeladmin's, with the two promises of this module.

    `words_new` and `words_back` are whole sentences: "New call", "Back to the calls".
    """

    index_view_class = ListView
    create_view_class = NewView
    button_helper_class = Buttons
    words_new: Any = ""
    words_back: Any = gettext_lazy("Back to the list")
    list_per_page = 50

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        return tuple(
            URLPattern(url.pattern, self._guarded(url.callback), url.default_args, url.name)
            for url in super().get_admin_urls_for_registration()
        )

    def _guarded(self, view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if not self.permission_helper.user_can_list(request.user):
                raise PermissionDenied
            if "instance_pk" in kwargs and not self.has(request, unquote(kwargs["instance_pk"])):
                raise Http404
            return view(request, **kwargs)

        return guarded

    def has(self, request: HttpRequest, key: str) -> bool:
        """Whether the list of this user has the record."""
        try:
            return bool(self.get_queryset(request).filter(pk=key).exists())
        except (ValueError, ValidationError, OverflowError):  # no key at all
            return False
