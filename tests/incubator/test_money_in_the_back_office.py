"""Who enters a budget types amounts as everywhere else on the site."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from wagtail.admin.forms.models import formfield_for_dbfield

from incubator import wagtail_hooks
from incubator.models import BudgetLine, Call, Indicator

COLUMNS = [(BudgetLine, "planned"), (BudgetLine, "actual"), (Call, "amount_max")]


@pytest.mark.parametrize(("model", "name"), COLUMNS)
def test_amounts_of_money_are_read_by_the_one_reader(model, name):
    assert wagtail_hooks  # they are in force once the back office is there
    field = formfield_for_dbfield(model._meta.get_field(name))
    assert field.clean("1\u202f250€50") == Decimal("1250.50")
    assert field.clean("1.250,50 €") == Decimal("1250.50")
    with pytest.raises(ValidationError):
        field.clean("1.250")


def test_measured_values_may_have_more_decimals():
    field = formfield_for_dbfield(Indicator._meta.get_field("baseline"))
    assert field.clean("1.250") == Decimal("1.250")
