"""Spreadsheets of the back office."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from openpyxl import load_workbook
from wagtail.models import Page

from cms.exports import holds_times
from incubator.models import Application
from tests.factories.accounts import UserFactory

AT = datetime(2027, 6, 30, 22, 30, tzinfo=UTC)  # half past midnight in Paris, in July


@pytest.fixture
def report(tree, client):
    """The report of pages not touched for long, in a format."""
    story = tree.story(title="Lampe")
    Page.objects.filter(pk=story.pk).update(last_published_at=AT)
    client.force_login(UserFactory.create(is_staff=True, is_superuser=True))

    def asked(kind):
        response = client.get("/admin/reports/aging-pages/", {"export": kind})
        return b"".join(response.streaming_content)

    return asked


def test_a_time_in_a_spreadsheet_is_the_destinations_and_its_heading_says_so(report):
    sheet = load_workbook(BytesIO(report("xlsx"))).active
    heading, *rows = sheet.iter_rows(values_only=True)
    column = next(number for number, name in enumerate(heading) if "heure de Paris" in name)
    assert datetime(2027, 7, 1, 0, 30) in [row[column] for row in rows]


def test_a_time_in_a_csv_is_too(report):
    heading, *rows = report("csv").decode().splitlines()
    assert "heure de Paris" in heading
    assert any("2027-07-01 00:30:00" in row for row in rows)


@pytest.mark.parametrize(
    ("model", "name", "expected"),
    [
        (Page, "last_published_at", True),
        (Page, "owner.date_joined", True),
        (Page, "title", False),
        (Page, "content_type.model_class._meta.verbose_name.title", False),
        (Application, "call.closes_at", True),
        (Application, "call.decisions_on", False),
        (Application, "nonsense", False),
    ],
)
def test_which_columns_hold_times(model, name, expected):
    assert holds_times(model, name) is expected
