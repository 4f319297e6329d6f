"""What the page says back."""

from typing import Any, Literal

from django.forms import BaseForm, BaseFormSet

from ..library import library

Tone = Literal["info", "success", "warning", "error"]
ICON_OF_TONE = {"info": "info", "success": "check", "warning": "alert", "error": "alert"}


@library.block
def notice(
    content: str, *, tone: Tone = "info", title: str = "", live: bool = False
) -> dict[str, Any]:
    """A message that stays on the page. `live`: read out when it arrives by script."""
    return {"tone": tone, "title": title, "live": live, "icon": ICON_OF_TONE[tone]}


@library.component
def form_errors(
    *, form: BaseForm | BaseFormSet | list[BaseForm], focus: bool = True
) -> dict[str, Any]:
    """What is to be put right in a form, above it, each with a link to its field.

    `form`: one, a set of them, or all that are sent together, in their order on the page.
    `focus`: move there when the page is shown, as it should where the form is the page.
    """
    return {"problems": _problems(form), "focus": focus}


def _problems(form: BaseForm | BaseFormSet | list[BaseForm]) -> list[tuple[str, str, str]]:
    """(id of the field or "", its label or "", the message) for each error."""
    if isinstance(form, list):
        return [problem for part in form for problem in _problems(part)]
    if isinstance(form, BaseFormSet):
        whole = [("", "", str(error)) for error in form.non_form_errors()]
        return whole + _problems(form.forms)
    problems = [("", "", str(error)) for error in form.non_field_errors()]
    for field in form:
        problems += [(_target(field), str(field.label), str(error)) for error in field.errors]
    return problems


def _target(field: Any) -> str:
    """The id to jump to: a group of choices has it on its first choice."""
    return field.id_for_label or (f"{field.auto_id}_0" if field.use_fieldset else field.auto_id)


@library.block
def empty_state(content: str, *, title: str, line: str = "") -> dict[str, Any]:
    """An empty list that says what to do next. The block holds the one action."""
    return {"title": title, "line": line}


@library.component
def badge(
    *, label: str, tone: Literal["lamp", "plain", "moss", "arras", "brick"] = "plain"
) -> dict[str, Any]:
    """A word or two on the state or kind of a thing. The word says it, the colour only helps."""
    return {"label": label, "tone": tone}


@library.component
def toast() -> dict[str, Any]:
    """The live region of the page, once, in `base.html`: script puts its messages there."""
    return {}


@library.block
def dialog(content: str, *, id: str, title: str, closes: str = "") -> dict[str, Any]:
    """A question in front of the page, opened by `{% button opens=id %}`. Escape closes it.

    The block holds what is asked, with its form. `closes`: the label of the way back.
    """
    return {"id": id, "title": title, "closes": closes}
