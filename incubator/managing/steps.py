"""The moves that managers make, each with the form it asks for and the action it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ground.design.zoned import ZonedTimeField, read_in

from ..actions import decisions, pilots
from ..models import Application, Pilot
from ..questionnaire import Questionnaire
from ..states import Verdict


class ConfirmForm(forms.Form):
    """Nothing to say: one press confirms."""

    def __init__(self, *args: Any, thing: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.thing = thing


class ReasonForm(ConfirmForm):
    reason = forms.CharField(
        label=_("Reasons"), max_length=5000, widget=forms.Textarea(attrs={"rows": 6})
    )


class ToldForm(ReasonForm):
    """What is written here is sent to the team."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("The team reads this in the letter that goes out now.")


class ChangesForm(ToldForm):
    fields_to_reopen = forms.MultipleChoiceField(
        label=_("What may be rewritten"), widget=forms.CheckboxSelectMultiple
    )
    due_at = ZonedTimeField(
        label=_("Answer expected by"),
        required=False,
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        input_formats=["%Y-%m-%dT%H:%M"],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        read_in(self, self.thing.call.zone)
        asks = Questionnaire.of(self.thing.call).asks
        reopen = cast(forms.MultipleChoiceField, self.fields["fields_to_reopen"])
        reopen.choices = [
            ("title", _("Title of the project")),
            ("summary", _("The project in a few lines")),
            ("places", _("Sites")),
            ("amount", _("Support asked for")),
            ("organisation", _("Organisation")),
            *((ask.code, ask.title) for ask in asks if not ask.frozen_after_submit),
        ]
        reopen.initial = self.thing.reopened

    def clean_due_at(self) -> datetime | None:
        due_at: datetime | None = self.cleaned_data["due_at"]
        if due_at and due_at <= timezone.now():
            raise forms.ValidationError(_("This moment is over: nobody could answer by then."))
        return due_at

    def clean(self) -> dict[str, Any] | None:
        """Ask again only for more, or until another day: a second press writes no second letter."""
        said = super().clean()
        if (
            self.thing.state == Application.State.CHANGES_REQUESTED
            and not self.errors
            and self.cleaned_data["due_at"] == self.thing.changes_due_at
            and {*self.cleaned_data["fields_to_reopen"]} <= {*self.thing.reopened}
        ):
            raise forms.ValidationError(
                _("The team knows this already: name another day, or more to rewrite.")
            )
        return said


class VerdictForm(ReasonForm):
    verdict = forms.ChoiceField(label=_("Verdict"), choices=Verdict.choices)


@dataclass(frozen=True)
class Step:
    """`act` is given the application or pilot, the form's values, who acts and when."""

    form: type[ConfirmForm]
    act: Callable[[Any, dict[str, Any], Any, datetime], Any]


def plain(action: Callable[..., Any], keyword: str) -> Step:
    return Step(ConfirmForm, lambda thing, said, by, at: action(**{keyword: thing}, by=by, at=at))


def with_reason(
    action: Callable[..., Any], keyword: str, form: type[ConfirmForm] = ReasonForm
) -> Step:
    return Step(
        form,
        lambda thing, said, by, at: action(**{keyword: thing}, reason=said["reason"], by=by, at=at),
    )


def decision(name: str) -> Step:
    return Step(
        ToldForm,
        lambda thing, said, by, at: decisions.decide(
            application=thing, name=name, reasons=said["reason"], by=by, at=at
        ),
    )


def request_changes(thing: Application, said: dict[str, Any], by: Any, at: datetime) -> Any:
    return decisions.request_changes(
        application=thing,
        fields=said["fields_to_reopen"],
        reason=said["reason"],
        due_at=said["due_at"],
        by=by,
        at=at,
    )


def close(thing: Pilot, said: dict[str, Any], by: Any, at: datetime) -> Any:
    return pilots.close(pilot=thing, verdict=said["verdict"], reason=said["reason"], by=by, at=at)


STEPS: dict[str, dict[str, Step]] = {
    "application": {
        "request_changes": Step(ChangesForm, request_changes),
        "ask_again": Step(ChangesForm, request_changes),
        "find_eligible": plain(decisions.find_eligible, "application"),
        "find_ineligible": with_reason(decisions.find_ineligible, "application", ToldForm),
        "send_to_jury": plain(decisions.send_to_jury, "application"),
        "shortlist": plain(decisions.shortlist, "application"),
        "select": decision("select"),
        "reserve": decision("reserve"),
        "decline": decision("decline"),
    },
    "pilot": {
        "agree": plain(pilots.agree, "pilot"),
        "start": plain(pilots.start, "pilot"),
        "pause": with_reason(pilots.pause, "pilot"),
        "resume": plain(pilots.resume, "pilot"),
        "evaluate": plain(pilots.evaluate, "pilot"),
        "close": Step(VerdictForm, close),
        "publish": plain(pilots.publish, "pilot"),
        "cancel": with_reason(pilots.cancel, "pilot"),
    },
}
