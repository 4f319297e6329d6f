import pytest
from django.db import connection


def test_the_process_answers_without_a_database(client):
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_it_is_ready_when_database_and_cache_answer(client):
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        200,
        {"database": True, "cache": True},
    )


@pytest.mark.django_db
def test_it_is_not_ready_without_a_database(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError("no database")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.json()) == (
        503,
        {"database": False, "cache": True},
    )
