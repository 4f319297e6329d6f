"""Times that are typed in the zone that stands beside the field."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils import timezone
from wagtail.test.utils.form_data import querydict_from_html

from cms import models
from incubator.managing.calls import CallAdmin
from incubator.managing.steps import ChangesForm
from incubator.models import Call
from tests.factories.accounts import UserFactory
from tests.factories.cms import locale
from tests.factories.incubator import ApplicationFactory, CallFactory
from tests.factories.marketplace import PlaceFactory


def at(zone, *when):
    return datetime(*when, tzinfo=ZoneInfo(zone))


@pytest.fixture
def call(db):
    call = CallFactory.create(
        zone="America/Martinique",
        opens_at=at("America/Martinique", 2027, 3, 1, 9),
        closes_at=at("America/Martinique", 2027, 4, 1, 18),
    )
    call.places.add(PlaceFactory.create())
    return call


def form_of(call, posted=None, instance=None):
    form = CallAdmin().get_edit_handler().bind_to_model(Call).get_form_class()
    return form(posted, instance=instance or Call.objects.get(pk=call.pk))


def posted_by(call, **typed):
    """What a browser sends of the call's form, with `typed` in its fields."""
    form = form_of(call)
    data = {"base": form.base_told}
    for name in form.fields:
        value = form[name].value()
        if hasattr(value, "strftime"):
            value = value.strftime("%Y-%m-%d %H:%M" if hasattr(value, "hour") else "%Y-%m-%d")
        if value is not None and value is not False:
            data[name] = value if not hasattr(value, "all") else [one.pk for one in value.all()]
    for name in form.formsets:
        data |= {
            f"{name}-{key}": value
            for key, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}.items()
        }
    return {**data, **typed}


def test_what_is_typed_for_a_call_is_a_time_there(call):
    with timezone.override("Asia/Tokyo"):  # wherever the manager is
        form = form_of(call)
        assert form["closes_at"].value().strftime("%H:%M") == "18:00"
        assert "Heure de Martinique." in form.fields["closes_at"].help_text
        sent = form_of(call, posted_by(call, closes_at="2027-04-02 17:30"))
        assert sent.is_valid(), sent.errors
        assert sent.cleaned_data["closes_at"] == at("America/Martinique", 2027, 4, 2, 17, 30)
        assert sent.cleaned_data["opens_at"] == call.opens_at


def test_another_zone_leaves_the_times_as_they_are_written_and_says_so(call):
    form = form_of(call)
    assert form.fields["zone"].help_text
    sent = form_of(call, posted_by(call, zone="Indian/Reunion"))
    assert sent.is_valid(), sent.errors
    saved = sent.save()
    assert saved.closes_at == at("Indian/Reunion", 2027, 4, 1, 18)
    assert saved.opens_at == at("Indian/Reunion", 2027, 3, 1, 9)


def test_a_zone_that_others_have_changed_meanwhile_is_that_of_what_was_typed(call):
    posted = posted_by(call, closes_at="2027-04-03 12:00")
    Call.objects.filter(pk=call.pk).update(
        zone="Indian/Reunion",
        opens_at=at("Indian/Reunion", 2027, 3, 1, 9),
        closes_at=at("Indian/Reunion", 2027, 4, 1, 18),
    )
    sent = form_of(call, posted)
    assert sent.is_valid(), sent.errors
    saved = sent.save()
    assert saved.zone == "Indian/Reunion"
    assert saved.closes_at == at("Indian/Reunion", 2027, 4, 3, 12)
    assert saved.opens_at == at("Indian/Reunion", 2027, 3, 1, 9)


def test_a_zone_that_is_none_is_said_at_its_field_and_a_time_that_was_not_at_its(call):
    sent = form_of(call, posted_by(call, zone="Lens"))
    assert not sent.is_valid()
    assert set(sent.errors) == {"zone"}
    assert sent["closes_at"].value() == "2027-04-01 18:00"
    skipped = posted_by(call, zone="Europe/Paris", closes_at="2027-03-28 02:30")
    sent = form_of(call, skipped)
    assert set(sent.errors) == {"closes_at"}


def test_an_answer_is_expected_at_a_time_where_the_call_is(call):
    application = ApplicationFactory.create(call=call)
    form = ChangesForm({"due_at": "2027-05-01T12:00"}, thing=application)
    form.is_valid()
    assert form.cleaned_data["due_at"] == at("America/Martinique", 2027, 5, 1, 12)
    assert "Heure de Martinique." in form.fields["due_at"].help_text


@pytest.fixture
def event(tree):
    start = at("Indian/Reunion", 2027, 6, 5, 20)
    session = models.EventSession(
        starts_at=start, ends_at=start + timedelta(hours=2), locale=locale("fr")
    )
    return tree.put(
        models.EventPage,
        "events",
        slug="veillee",
        title="Veillée",
        zone="Indian/Reunion",
        sessions=[session],
    )


def test_what_is_typed_for_an_event_is_a_time_there_on_all_that_is_made_of_it(event, client):
    editor = UserFactory.create(is_staff=True, is_superuser=True)
    client.force_login(editor)
    address = f"/admin/pages/{event.pk}/edit/"
    page = client.get(address).content.decode()
    assert "Indian/Reunion" in page
    data = querydict_from_html(page, form_id="page-edit-form").dict()
    assert data["sessions-0-starts_at"] == "2027-06-05 20:00"
    data |= {"sessions-0-starts_at": "2027-06-05 21:15", "action-publish": "action-publish"}
    data |= {"sessions-0-ends_at": "2027-06-05 23:00", "body-count": "0"}
    client.post(address, data)
    session = models.EventSession.objects.get(event=event)
    assert session.starts_at == at("Indian/Reunion", 2027, 6, 5, 21, 15)
    client.logout()
    shown = client.get(event.url).content.decode()
    assert "samedi 5\xa0juin\xa02027, 21:15\xa0– 23:00" in shown
    assert '"startDate": "2027-06-05T21:15:00+04:00"' in shown
    entry = icalendar.Calendar.from_ical(client.get("/fr/events/veillee.ics").content)
    assert entry.walk("VEVENT")[0]["DTSTART"].dt.isoformat() == "2027-06-05T21:15:00+04:00"


def test_the_days_of_a_page_are_in_the_editors_own_zone_which_is_named(event):
    form = models.EventPage.get_edit_handler().get_form_class()
    with timezone.override("Europe/Lisbon"):
        made = form(instance=event)
        assert "heure de Lisbonne" in made.fields["go_live_at"].help_text
        assert made.fields["expire_at"].clean("2027-06-05 20:00") == datetime(
            2027, 6, 5, 19, tzinfo=UTC
        )
