"""Options, weights, evidence, budgets, money."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from incubator import evidence
from incubator.budgets import Budget
from incubator.models import BudgetLine, Criterion, Measurement
from incubator.models.options import Option, options_of, written
from incubator.reading import day_told
from incubator.templatetags.money import euros
from tests.factories.incubator import IndicatorFactory, PilotFactory


def test_options_are_lines_with_or_without_a_code():
    options = options_of("lab = Au laboratoire\n\nSur un site\n")
    assert options == [Option("lab", "Au laboratoire"), Option("sur-un-site", "Sur un site")]
    assert options_of(written(options)) == options


def test_a_scale_counts_from_nought():
    assert Criterion(anchors_fr="Rien.\nUn peu.\n").scale == [(0, "Rien."), (1, "Un peu.")]


@pytest.mark.parametrize(
    ("language", "expected"), [("fr", "12\u202f300\u00a0€"), ("en", "€12,300")]
)
def test_money_is_written_as_the_language_does(language, expected):
    with override(language):
        assert euros(Decimal("12300.00")) == expected


@pytest.mark.parametrize(
    ("answer", "told"), [("2027-09-10", "10 septembre 2027"), ("bientôt", "bientôt"), ("", "")]
)
def test_a_date_is_read_as_people_say_it(answer, told):
    assert day_told(answer) == told


@pytest.mark.django_db
class TestEvidence:
    def measured(self, **values):
        pilot = PilotFactory(**values)
        indicator = IndicatorFactory(pilot=pilot)
        Measurement.objects.create(indicator=indicator, on=date(2026, 6, 1), value=12)
        return pilot

    def test_is_one_without_a_measurement(self):
        assert evidence.level(PilotFactory(independent_evaluator="Bureau Étalon")) == 1

    def test_is_two_with_baseline_and_actual(self):
        assert evidence.level(self.measured()) == 2

    def test_does_not_skip_a_level(self):
        assert evidence.level(self.measured(independent_evaluator="Bureau Étalon")) == 2

    def test_is_five_with_everything(self):
        pilot = self.measured(
            comparison_group_fr="Un autre terril",
            independent_evaluator="Bureau Étalon",
            replication="Genk",
        )
        assert evidence.level(pilot) == 5


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("direction", "value", "met"),
    [("up", 19, False), ("up", 20, True), ("down", 21, False), ("down", 20, True)],
)
def test_a_target_is_met_from_the_side_that_is_better(direction, value, met):
    indicator = IndicatorFactory(direction=direction)
    assert indicator.is_met is None
    Measurement.objects.create(indicator=indicator, on=date(2026, 6, 1), value=value)
    assert indicator.is_met is met


@pytest.mark.django_db
def test_a_budget_is_cut_by_sector_and_form():
    pilot = PilotFactory()
    for sector, form, planned, actual in (
        ("private", "cash", 100, None),
        ("public", "cash", 250, 300),
        ("public", "in_kind", 0, 0),
    ):
        BudgetLine.objects.create(
            pilot=pilot, label_fr="x", sector=sector, form=form, planned=planned, actual=actual
        )
    budget = Budget.of(pilot)
    assert (budget.planned, budget.actual) == (350, 300)
    assert [(one.key, one.start, one.width) for one in budget.slices] == [
        ("public-cash", "0.00", "75.00"),
        ("private-cash", "75.00", "25.00"),
    ]
