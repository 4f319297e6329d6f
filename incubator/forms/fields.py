"""Fields that a call's questions need and Django does not have."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext_lazy as _

from ground.design.forms import OurBoundField
from ground.typed.fields import AmountField

from ..models.options import Option

MOST_ROWS, LONGEST_CELL = 50, 500

Row = dict[str, str]


class DraftBoundField(OurBoundField):
    """Says whether an answer is needed in the end, though a draft may be saved without it.

    Its form has `needed`, the names of those fields.
    """

    form: Any

    @property
    def is_optional(self) -> bool:
        return self.name not in self.form.needed


class PlacesField(forms.ModelMultipleChoiceField):
    """Django's, to which a number that is too long for SQLite is a wrong choice like another."""

    def clean(self, value: Any) -> Any:
        """The chosen places, as a queryset."""
        try:
            return super().clean(value)
        except OverflowError:
            message = self.error_messages["invalid_choice"]
            raise ValidationError(message, params={"value": "…"}) from None


class TableWidget(forms.Widget):
    """Rows of text inputs, one a column; two empty rows more than there are filled ones."""

    template_name = "incubator/fields/table.html"
    use_fieldset = True

    def __init__(self, columns: list[Option]) -> None:
        super().__init__()
        self.columns = columns

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> list[Row] | None:
        if not isinstance(data, MultiValueDict):
            return data.get(name)
        cells = [
            [cell.replace("\r\n", "\n") for cell in data.getlist(f"{name}.{column.code}")]
            for column in self.columns
        ]
        codes = [column.code for column in self.columns]
        return filled(dict(zip(codes, row, strict=True)) for row in zip(*cells, strict=False))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        rows = [*(value or []), {}, {}]
        context["columns"] = self.columns
        context["rows"] = [
            [(column, f"{name}.{column.code}", row.get(column.code, "")) for column in self.columns]
            for row in rows
        ]
        return context


def filled(rows: Any) -> list[Row]:
    """The rows in which something is written."""
    return [row for row in rows if any(cell.strip() for cell in row.values())]


class TableField(forms.Field):
    """Rows of short texts, by the codes of the columns."""

    def __init__(self, *, columns: list[Option], unbounded: bool = False, **kwargs: Any) -> None:
        super().__init__(widget=TableWidget(columns), **kwargs)
        self.columns, self.unbounded = columns, unbounded

    def validate(self, value: list[Row] | None) -> None:
        super().validate(value)
        if len(value or []) > MOST_ROWS:
            raise ValidationError(_("At most %(rows)s rows."), params={"rows": MOST_ROWS})
        if any(len(cell) > LONGEST_CELL for row in value or [] for cell in row.values()):
            raise ValidationError(
                _("At most %(length)s characters in a cell."), params={"length": LONGEST_CELL}
            )
        for number, row in enumerate(value or [], start=1):
            for column in self.columns:
                self._check_cell(column, row.get(column.code, "").strip(), number)

    def _check_cell(self, column: Option, cell: str, number: int) -> None:
        where = {"row": number, "column": column.label}
        if column.is_required and not cell:
            message = _("Row %(row)s: “%(column)s” is missing. Nought is an answer too.")
            raise ValidationError(message, params=where)
        if column.is_number and cell:
            try:
                AmountField(min_value=None if self.unbounded else 0).clean(cell)
            except ValidationError:
                message = _("Row %(row)s: “%(column)s” is a number, from nought up.")
                if self.unbounded:
                    message = _("Row %(row)s: “%(column)s” is a number.")
                raise ValidationError(message, params=where) from None
