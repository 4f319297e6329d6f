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
from tests.factories.accounts import UserFactory
from tests.factories.incubator import (
    NOW,
    ApplicationFactory,
    IndicatorFactory,
    PilotFactory,
    owner_of,
)


def test_options_are_lines_with_or_without_a_code():
    options = options_of("lab = Au laboratoire\n\nSur un site\n")
    assert options == [Option("lab", "Au laboratoire"), Option("sur-un-site", "Sur un site")]
    assert options_of(written(options)) == options


def test_a_scale_counts_from_nought():
    assert Criterion(anchors_fr="Rien.\nUn peu.\n").scale == [(0, "Rien."), (1, "Un peu.")]


@pytest.mark.parametrize(
    ("language", "amount", "expected"),
    [
        ("fr", "12300.00", "12\u202f300\u00a0€"),
        ("en", "12300.00", "€12,300"),
        ("fr", "8400.50", "8\u202f400,50\u00a0€"),
        ("en", "8400.5", "€8,400.50"),
        ("fr", "0.05", "0,05\u00a0€"),
        ("en", "0", "€0"),
    ],
)
def test_money_is_written_as_the_language_does_and_no_cent_is_dropped(language, amount, expected):
    with override(language):
        assert euros(Decimal(amount)) == expected


@pytest.mark.parametrize(
    ("answer", "told"), [("2027-09-10", "10 septembre 2027"), ("bientôt", "bientôt"), ("", "")]
)
def test_a_date_is_read_as_people_say_it(answer, told):
    assert day_told(answer) == told


DAY = date(2026, 8, 1)


@pytest.mark.django_db
class TestEvidence:
    """What is claimed in words counts for nothing, a row counts from its day on."""

    def measured(self, **values):
        words = {"independent_evaluator": "Bureau Étalon", "replication": "Genk"}
        pilot = PilotFactory(comparison_group_fr="Un autre terril", **words, **values)
        indicator = IndicatorFactory(pilot=pilot)
        Measurement.objects.create(indicator=indicator, on=date(2026, 6, 1), value=12)
        return pilot

    def compared(self, **values):
        pilot = self.measured(**values)
        pilot.indicators.update(comparison_baseline=10)
        Measurement.objects.filter(indicator__pilot=pilot).update(comparison=10)
        return pilot

    def evaluated(self, by=None, on=date(2026, 7, 1)):
        pilot = self.compared()
        pilot.evaluations.create(
            evaluator=by or UserFactory(), on=on, report_url="https://rapport.example/"
        )
        return pilot

    def test_is_one_without_a_measurement(self):
        pilot = PilotFactory(independent_evaluator="Bureau Étalon", replication="Genk")
        assert evidence.level(pilot, on=DAY) == 1

    def test_is_two_with_a_baseline_and_a_later_measurement(self):
        assert evidence.level(self.measured(), on=DAY) == 2

    @pytest.mark.parametrize(
        "change", [{"baseline_on": None}, {"baseline": None}, {"baseline_on": date(2026, 6, 1)}]
    )
    def test_is_one_where_before_and_after_are_not_told_apart(self, change):
        pilot = self.measured()
        pilot.indicators.update(**change)
        assert evidence.level(pilot, on=DAY) == 1

    def test_is_one_before_the_day_of_the_measurement(self):
        assert evidence.level(self.measured(), on=date(2026, 5, 31)) == 1

    def test_is_three_where_the_comparison_was_counted_before_and_after(self):
        assert evidence.level(self.compared(), on=DAY) == 3
        without = self.compared()
        without.indicators.update(comparison_baseline=None)
        assert evidence.level(without, on=DAY) == 2

    def test_is_four_from_the_day_on_which_somebody_else_signed(self):
        pilot = self.evaluated()
        assert evidence.level(pilot, on=date(2026, 6, 30)) == 3
        assert evidence.level(pilot, on=DAY) == 4

    @pytest.mark.parametrize("role", ["startup", "host", "manager"])
    def test_is_three_where_the_evaluator_has_a_part_in_it(self, role):
        person = UserFactory()
        pilot = self.evaluated(by=person)
        pilot.members.create(user=person, role=role)
        assert evidence.level(pilot, on=DAY) == 3

    def test_is_three_where_the_evaluator_wrote_the_application(self):
        application = ApplicationFactory(state="selected", submitted_at=NOW)
        pilot = self.evaluated(by=owner_of(application))
        pilot.application = application
        assert evidence.level(pilot, on=DAY) == 3

    def test_is_five_where_it_held_at_another_place(self):
        pilot = self.evaluated()
        again = self.measured(repeats=pilot, state="published", verdict="scale")
        assert evidence.level(pilot, on=DAY) == 5
        again.place = pilot.place
        again.save()
        assert evidence.level(pilot, on=DAY) == 4


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
        ("public-cash", "0.00", "71.43"),  # not all is entered: what is planned
        ("private-cash", "71.43", "28.57"),
    ]


@pytest.mark.django_db
class TestBudget:
    def budget(self, *pairs):
        pilot = PilotFactory()
        for number, (planned, actual) in enumerate(pairs):
            pilot.budget.create(
                label_fr="Ligne", sector="public", form="cash" if number else "in_kind",
                payer_fr="La ville", planned=planned, actual=actual,
            )  # fmt: skip
        return Budget.of(pilot)

    @pytest.mark.parametrize(
        ("pairs", "planned", "actual", "whole"),
        [
            ([(1000, None), (400, None)], 1400, None, 1400),
            ([(1000, None), (400, 350)], 1400, 350, 1400),
            ([(1000, 0), (400, 350)], 1400, 350, 350),
            ([(1000, 0)], 1000, 0, 0),
        ],
    )
    def test_planned_and_spent_are_never_added(self, pairs, planned, actual, whole):
        budget = self.budget(*pairs)
        assert (budget.planned, budget.actual, budget.whole) == (planned, actual, whole)
        assert sum(piece.amount for piece in budget.slices) == whole
