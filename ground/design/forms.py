"""How every form of ours is drawn: label, help, error, control, in that order, tied together.

What is said of a password stands after it: browsers propose one before anybody has read anything.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BoundField, Field, PasswordInput
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList
from django.utils.translation import gettext as _

from ground.typed.signs import as_pasted


class OurBoundField(BoundField):
    """A field that knows how it wants to be drawn."""

    @property
    def control(self) -> str:
        """The kind of control, for the template and the stylesheet: "text", "choices", "file"…"""
        if self.field.widget.needs_multipart_form:
            return "file"
        return CONTROLS.get(self.widget_type, self.widget_type)

    @property
    def is_optional(self) -> bool:
        """Whether it says so: not where its form's `asked_later` names it as empty only for now."""
        if self.field.required or self.name in getattr(self.form, "asked_later", ()):
            return False
        return self.control not in {"checkbox", "choices"}

    @property
    def data(self) -> Any:
        """What was sent, as text. Browsers send two characters for a line's end, and count one.

        A password is what was typed, whatever that is.
        """
        sent = super().data
        if isinstance(self.field.widget, PasswordInput):
            return sent
        sent = as_pasted(sent)
        return sent.replace("\r\n", "\n") if isinstance(sent, str) else sent

    @property
    def errors(self) -> ErrorList:
        """As Django's; an answer that is missing is asked for by the name of its field."""
        errors: ErrorList = super().errors
        named = errors.copy()
        named.data = [self._named(error) for error in errors.as_data()]
        return named

    def _named(self, error: ValidationError) -> ValidationError:
        label = str(self.label).rstrip(" :")
        if error.code != "required" or error.message != MISSING or not label:
            return error
        if not label[:2].isupper():
            label = label[:1].lower() + label[1:]
        words = _("Still missing: %(field)s.") % {"field": label}
        if label.endswith(SENTENCE_ENDS):
            words = words.removesuffix(".")
        return ValidationError(words, code="required")

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        """As Django, and an email, phone or address field says what a browser may fill in.

        What is hidden, as a first value is, is read out to nobody and filled in by nobody.
        """
        attrs = super().build_widget_attrs(attrs, widget)
        widget = widget or self.field.widget
        if widget.is_hidden:
            attrs.pop("aria-describedby", None)
            return attrs
        completion = COMPLETIONS.get(self.name)
        if completion and "autocomplete" not in widget.attrs:
            attrs.setdefault("autocomplete", completion)
        return attrs


MISSING = Field.default_error_messages["required"]
SENTENCE_ENDS = (".", "?", "!", "…")
CONTROLS = {
    "radioselect": "choices",
    "checkboxselectmultiple": "choices",
    "selectmultiple": "list",
    "nullbooleanselect": "select",
}

# Names of fields that mean the same everywhere (WCAG 1.3.5).
COMPLETIONS = {
    "email": "email",
    "first_name": "given-name",
    "last_name": "family-name",
    "phone_number": "tel",
    "phone": "tel",
    "line1": "address-line1",
    "line2": "address-line2",
    "line4": "address-level2",
    "postcode": "postal-code",
    "country": "country",
}


class FormRenderer(TemplatesSetting):
    """`settings.FORM_RENDERER`: forms of the public pages and workspaces.

    Widgets keep Django's templates, since Wagtail's and Django's admin share them; only fields and
    whole forms are ours.
    """

    form_template_name = "components/forms/form.html"
    field_template_name = "components/forms/field.html"
    bound_field_class = OurBoundField
