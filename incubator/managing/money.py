"""In the back office, too, money is typed as people write it."""

from typing import Any

from django.db.models import DecimalField

from ground.typed.fields import AmountField


def field_for(column: DecimalField) -> dict[str, Any]:
    """Columns of cents are money; places and measured values are read as Django does."""
    return {"form_class": AmountField} if column.decimal_places == 2 else {}
