"""Two managers at one record: what each has changed is kept, and the history says what it was."""

import json
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from itertools import zip_longest
from typing import Any, NamedTuple

from django.db import models, transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.log_actions import log
from wagtail_modeladmin.views import EditView

from ..drafts import mark

UNTOLD = {"id", "ORDER", "DELETE", "reason"}  # of the row, and why it is changed
State = dict[str, Any]  # what a form holds: a text for each field, a list of such for each list


class Change(NamedTuple):
    """A field in words, with two of its values."""

    label: str
    before: str
    after: str


class MergingForm(WagtailAdminModelForm):
    """Writes only what was changed on this page; where others have changed the same, it asks.

    The page carries in `base` a mark of each field and of each list, as it showed them. `in_doubt`:
    what two people have changed, as it is saved and as it was typed.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.in_doubt: list[Change] = []
        self.is_merged = False
        self.now: State = {}
        if self.instance.pk:
            saved = type(self.instance).objects.get(pk=self.instance.pk)
            self.now = state_of(type(self)(instance=saved) if self.is_bound else self)
        self.base = {name: sign(state) for name, state in self.now.items()}

    @property
    def base_told(self) -> str:
        return json.dumps(self.base, separators=(",", ":"))

    def is_valid(self) -> bool:
        """Django's, and nothing that others have changed would be overwritten unasked."""
        is_right = bool(super().is_valid())
        if self.now and not self.is_merged:
            self.is_merged = True
            self._merge(is_right)
        return is_right and not self.in_doubt

    def _merge(self, is_right: bool) -> None:
        began = posted_base(self.data)
        untouched = []
        for name, mine in state_of(self).items():
            theirs, before = self.now[name], began.get(name, "")
            if sign(theirs) in {before, sign(mine)}:
                continue
            if before == sign(mine):
                untouched.append(name)
                self.base[name] = before
            else:
                self.in_doubt += differences(type(self), {name: theirs}, {name: mine})
        if is_right and not self.in_doubt:
            for name in untouched:
                self._leave_alone(name)

    def _leave_alone(self, name: str) -> None:
        """Do not write what only others have changed."""
        if name in self.formsets:
            del self.formsets[name]
            return
        saved = getattr(type(self.instance).objects.get(pk=self.instance.pk), name)
        if isinstance(saved, models.Manager):
            self.cleaned_data[name] = saved.all()
        else:
            self.cleaned_data[name] = saved
            setattr(self.instance, name, saved)


def posted_base(data: Any) -> dict[str, str]:
    try:
        told = json.loads(data.get("base", ""))
    except (RecursionError, ValueError):  # the one for brackets without end
        return {}
    return told if isinstance(told, dict) else {}


def sign(state: Any) -> str:
    return mark(json.dumps(state, sort_keys=True))


def state_of(form: Any) -> State:
    """What a form holds: what was sent where it is bound, else what is saved."""
    state: State = {name: plain(value_of(form, name)) for name in form.fields if name not in UNTOLD}
    for name, formset in getattr(form, "formsets", {}).items():
        rows = [row for row in formset.forms if row.instance.pk or row.has_changed()]
        kept = [row for row in rows if not (form.is_bound and formset._should_delete_form(row))]
        state[name] = [state_of(row) for row in sorted(kept, key=place_of)]
    return state


def place_of(row: Any) -> int:
    cleaned = getattr(row, "cleaned_data", {})
    return cleaned.get("ORDER") or getattr(row.instance, "sort_order", None) or 0


def value_of(form: BaseForm, name: str) -> Any:
    bound = form[name]
    if not form.is_bound:
        return bound.field.prepare_value(bound.initial)
    cleaned = getattr(form, "cleaned_data", {})
    return bound.field.prepare_value(cleaned[name]) if name in cleaned else bound.data


def plain(value: Any) -> Any:
    """One text for what is the same, whether it comes from a form or from the database."""
    if isinstance(value, list | tuple | set | models.QuerySet):
        return sorted(str(plain(each)) for each in value)
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value).strip()


def differences(form: Any, before: State, after: State, within: str = "") -> list[Change]:
    """What is not the same, field by field and row by row, in words. `form` is the class."""
    return [
        change
        for name in after
        if before.get(name) != after[name]
        for change in told(form, name, before.get(name), after[name], within)
    ]


def told(form: Any, name: str, before: Any, after: Any, within: str) -> Iterator[Change]:
    if name in form.base_fields:
        field = form.base_fields[name]
        label = within + capfirst(str(field.label or name))
        yield Change(label, in_words(field, before), in_words(field, after))
        return
    formset = form.formsets[name]
    kind = capfirst(str(formset.model._meta.verbose_name))
    nothing: State = {}
    pairs = zip_longest(before or [], after, fillvalue=nothing)
    for number, (old, new) in enumerate(pairs, start=1):
        both = {**dict.fromkeys(old, ""), **new}
        yield from differences(formset.form, old, both, f"{within}{kind} {number} · ")


def in_words(field: Any, value: Any) -> str:
    values = value if isinstance(value, list) else [value or ""]
    if hasattr(field, "queryset") and any(values):
        names = field.queryset.model.objects.filter(pk__in=[each for each in values if each])
        return ", ".join(map(str, names))
    choices = dict(getattr(field, "choices", ()) or ())
    return ", ".join(str(choices.get(each, each)) for each in values)


class MergingView(EditView):
    """Edits one at a time: the row is held while what was sent is compared with what is saved."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            self.model.objects.select_for_update(of=("self",)).get(pk=self.instance.pk)
            return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        before = form.now
        answer = super().form_valid(form)
        saved = type(self.instance).objects.get(pk=self.instance.pk)
        changes = differences(type(form), before, state_of(type(form)(instance=saved)))
        if changes:
            log(instance=saved, action="incubator.change", data={"changes": changes})
        return answer
