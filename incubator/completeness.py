"""What is still missing before an application can be sent in."""

from typing import Any, NamedTuple

from django.forms import BaseForm, BoundField, model_to_dict
from django.utils.translation import gettext as _

from .forms.answers import PREFIX as ANSWERS
from .forms.answers import AnswersForm
from .forms.project import PREFIX as ORGANISATION
from .forms.project import OrganisationForm, ProjectForm
from .models import Application
from .questionnaire import Questionnaire


class Missing(NamedTuple):
    """One thing to do: its name, what is wrong with it ("": it is not there), where on the page."""

    label: str
    message: str
    anchor: str


def missing(application: Application, questionnaire: Questionnaire) -> list[Missing]:
    """All that stands between this text and its submission, in the order of the page."""
    present = {file.question_code for file in application.files.current()}
    gaps = [
        Missing(str(bound.label), str(bound.errors[0]), anchor(bound))
        for form in strict_forms(application, questionnaire)
        for bound in form
        if bound.errors
    ]
    return gaps + [
        Missing(ask.title, _("Add a file."), f"id_f-{ask.code}")
        for ask in questionnaire.asks
        if ask.is_file and ask.required and ask.code not in present
    ]


def strict_forms(application: Application, questionnaire: Questionnaire) -> list[BaseForm]:
    """The forms bound to what is saved, requiring all that the call requires."""
    project = {
        **model_to_dict(application, fields=("title", "summary", "amount")),
        "places": [place.pk for place in application.places.all()],
    }
    organisation = with_prefix(ORGANISATION, model_to_dict(application.organisation))
    answers = with_prefix(ANSWERS, application.answers)
    return [
        ProjectForm(project, instance=application, strict=True),
        OrganisationForm(organisation, instance=application.organisation, strict=True),
        AnswersForm(questionnaire, answers, strict=True),
    ]


def with_prefix(prefix: str, values: dict[str, Any]) -> dict[str, Any]:
    return {f"{prefix}-{name}": value for name, value in values.items()}


def anchor(bound: BoundField) -> str:
    """The id to jump to: a group of choices has it on its first choice."""
    return bound.id_for_label or (f"{bound.auto_id}_0" if bound.use_fieldset else bound.auto_id)
