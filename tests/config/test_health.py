"""What operators ask: answered from the process alone, or truly, and to whom it concerns."""

from datetime import timedelta

import pytest
from django.core.cache.backends.locmem import LocMemCache
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from marketplace.operations import due
from marketplace.operations.models import LastRun
from marketplace.payments.models import Payment
from marketplace.payments.states import State
from tests.factories.marketplace import make_basket, make_product

FULL = "/readyz?full=1"


def refuse(*args, **kwargs):
    raise OSError("gone")


def test_the_process_answers_alone(client, monkeypatch):
    """Whatever host is asked for, with neither database (this test has none) nor cache."""
    for method in ("get", "get_many", "set", "add"):
        monkeypatch.setattr(LocMemCache, method, refuse)
    response = client.get("/healthz", headers={"Host": "10.0.0.7:8000"})
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_it_is_ready_when_database_and_cache_answer(client):
    response = client.get("/readyz", headers={"Host": "10.0.0.7:8000"})
    assert (response.status_code, response.json()) == (200, {"database": True, "cache": True})


@pytest.mark.django_db
def test_it_is_not_ready_without_a_database(client, monkeypatch):
    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"database": False, "cache": True})


@pytest.mark.django_db
def test_it_is_not_ready_without_redis_though_pages_go_on(client, settings):
    settings.CACHES = {
        "default": {
            "BACKEND": "ground.pagecache.shared.SharedCache",
            "LOCATION": "redis://127.0.0.1:1/0",
            "OPTIONS": {"while_away": "own"},
        },
        "own": {"BACKEND": "ground.pagecache.shared.OwnCache", "LOCATION": "own"},
        "process": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    }
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (503, {"database": True, "cache": False})
    assert client.get("/fr/account/login/").status_code == 200


@pytest.fixture
def ran():
    LastRun.objects.create(name="run_due", at=timezone.now())


@pytest.mark.django_db
@pytest.mark.usefixtures("ran")
def test_nothing_waits(client):
    response = client.get(FULL)
    waiting = response.json()["waiting"]
    assert response.status_code == 200
    assert waiting["payments without order"] == {"number": 0, "seconds": 0, "too_long": False}
    assert not any(line["too_long"] for line in waiting.values())


def a_task(status: str, minutes: int) -> DBTaskResult:
    ago = timezone.now() - timedelta(minutes=minutes)
    task = DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [], "kwargs": {}},
        task_path="wagtail.tasks.delete_file_from_storage_task",
        backend_name="default",
        run_after=get_date_max(),
        started_at=ago if status == "RUNNING" else None,
        exception_class_path="",
        traceback="",
    )
    DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=ago)
    return task


def a_payment(state: State, minutes: int) -> Payment:
    return Payment.objects.create(
        reference=f"{state}-{minutes}",
        provider="sandbox",
        basket=make_basket(make_product()),
        amount="18.40",
        state=state,
        language="fr",
        details={},
        created_at=timezone.now() - timedelta(minutes=minutes),
    )


@pytest.mark.django_db
@pytest.mark.usefixtures("ran")
@pytest.mark.parametrize(
    ("what", "make"),
    [
        ("tasks", lambda: a_task("READY", 6)),
        ("running tasks", lambda: a_task("RUNNING", 21)),
        (
            "payments without order",
            lambda: a_payment(State.CAPTURED, 31),
        ),
        (
            "refunds",
            lambda: a_payment(State.REFUND_DUE, 121),
        ),
        ("timer", lambda: LastRun.objects.update(at=timezone.now() - timedelta(minutes=6))),
        ("timer", lambda: LastRun.objects.all().delete()),
    ],
)
def test_what_waits_too_long_is_named(client, what, make):
    make()
    response = client.get(FULL)
    late = [name for name, line in response.json()["waiting"].items() if line["too_long"]]
    assert (response.status_code, late) == (503, [what])
    assert client.get("/readyz").status_code == 200  # it still serves


@pytest.mark.django_db
@pytest.mark.usefixtures("ran")
def test_what_waits_a_moment_is_counted(client):
    a_task("READY", 2)
    line = client.get(FULL).json()["waiting"]["tasks"]
    assert (line["number"], line["too_long"]) == (1, False)
    assert 120 <= line["seconds"] < 180


@pytest.mark.django_db
def test_the_timer_takes_up_what_a_killed_worker_left(client):
    lost, running = a_task("RUNNING", 16), a_task("RUNNING", 14)
    assert due.run(at=timezone.now()) == {"tasks of a killed worker taken up": 1}
    lost.refresh_from_db()
    running.refresh_from_db()
    assert (lost.status, running.status) == ("READY", "RUNNING")
    assert LastRun.objects.get().name == "run_due"


@pytest.mark.django_db
@pytest.mark.parametrize("path", [FULL, "/metrics"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"X-Real-IP": "203.0.113.9"}, 403),
        ({"X-Real-IP": "not an address"}, 403),
        ({"X-Real-IP": "203.0.113.9", "Authorization": "Bearer wrong"}, 403),
        ({"X-Real-IP": "203.0.113.9", "Authorization": "Bearer coal-and-lamps-since-1720"}, 200),
        ({"X-Real-IP": "10.1.2.3"}, 200),
        ({}, 403),  # the test client's own address is no longer named
    ],
)
def test_figures_are_for_those_who_watch(client, settings, ran, path, headers, status):
    settings.METRICS = True
    settings.METRICS_TOKEN = "coal-and-lamps-since-1720"
    settings.METRICS_NETWORKS = ["10.0.0.0/8"]
    assert client.get(path, headers=headers).status_code == status


def test_no_figures_are_kept_where_nobody_asked_for_them(client):
    assert client.get("/metrics").status_code == 404


@pytest.mark.django_db
def test_the_figures_tell_what_was_asked_and_what_waits(client, settings, ran):
    settings.METRICS = True
    client.get("/fr/shop/basket/")
    client.get("/fr/no-such-page/")
    page = client.get("/metrics").content.decode()
    assert 'terril_requests_total{method="GET",status="200",view="basket:summary"}' in page
    assert 'status="404"' in page
    assert 'terril_request_seconds_bucket{le="0.05",view="basket:summary"}' in page
    assert 'terril_waiting_too_long{what="timer"} 0.0' in page
