"""The number of a request, its line in the log, and what a page of last resort says."""

import json
import logging
import sys

import pytest
from botocore.exceptions import ClientError, ConnectTimeoutError, ReadTimeoutError
from django.core.cache import caches
from django.db import InterfaceError, OperationalError, connection
from django.template import loader
from django.test import Client
from django.urls import ResolverMatch, reverse

from config.errors import bad_request
from config.logs import JsonFormatter, NumberFilter, request_number
from config.wsgi import application
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db
GIVEN = "4f1d2c3b-lamp-room"


def lines(caplog) -> list[dict[str, object]]:
    return [record.fields for record in caplog.records if hasattr(record, "fields")]


def test_the_proxys_number_comes_back(client):
    response = client.get("/fr/account/login/", headers={"X-Request-ID": GIVEN})
    assert response.headers["X-Request-ID"] == GIVEN


@pytest.mark.parametrize("given", ["", "short", "x" * 65, "a b c d e f g", "é" * 12, "<script>!"])
def test_a_number_that_is_none_is_not_repeated(client, given):
    numbers = {
        client.get("/healthz", headers={"X-Request-ID": given}).headers["X-Request-ID"]
        for _ in range(2)
    }
    assert len(numbers) == 2
    assert given not in numbers


def test_a_kept_page_has_the_number_of_who_asks(client, settings):
    settings.PAGE_CACHE = True
    page = reverse("catalogue:index")
    first, second = (client.get(page).headers["X-Request-ID"] for _ in range(2))
    assert first != second


def test_one_line_tells_who_what_and_how_long(client, caplog):
    caplog.set_level(logging.INFO, "config.requests")
    somebody = UserFactory.create()
    client.force_login(somebody)
    client.get(reverse("account_home"))
    (line,) = lines(caplog)
    assert {name: line[name] for name in ("method", "view", "status", "user")} == {
        "method": "GET",
        "view": "account_home",
        "status": 200,
        "user": somebody.pk,
    }
    assert line["queries"] > 0
    assert 0 < line["database_milliseconds"] < line["milliseconds"]


def test_an_address_that_is_a_key_is_not_written_down(client, caplog):
    caplog.set_level(logging.DEBUG)
    client.get("/fr/account/password/reset/key/2k-d4f9a0-7b1c/?token=9f8e7d")
    assert lines(caplog)
    assert "d4f9a0" not in "".join(str(line) for line in lines(caplog))
    assert "9f8e7d" not in "".join(str(line) for line in lines(caplog))


def test_a_line_of_the_log_is_json_with_the_number_and_the_traceback():
    token = request_number.set(GIVEN)
    try:
        raise ValueError("no coal")
    except ValueError:
        record = logging.LogRecord("pit", logging.ERROR, "", 1, "a\nb %s", ("c",), sys.exc_info())
    NumberFilter().filter(record)
    request_number.reset(token)
    written = JsonFormatter().format(record)
    line = json.loads(written)
    assert "\n" not in written
    assert (line["request"], line["message"], line["level"]) == (GIVEN, "a\nb c", "ERROR")
    assert line["traceback"].endswith("ValueError: no coal")


@pytest.fixture
def broken(monkeypatch):
    """Lets `/favicon.ico` raise what it is given."""

    def raises(error: Exception) -> Client:
        def view(request):
            raise error

        monkeypatch.setattr(ResolverMatch, "__getitem__", _with(view))
        return Client(raise_request_exception=False)

    return raises


def _with(view):
    def get(match, index):
        return (view, match.args, match.kwargs)[index]

    return get


def test_the_page_of_an_error_says_the_number_that_the_log_has(broken, caplog):
    page = broken(ZeroDivisionError()).get("/favicon.ico", headers={"X-Request-ID": GIVEN})
    assert page.status_code == 500
    assert f"<code>{GIVEN}</code>" in page.content.decode()
    assert any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize(
    "error",
    [
        OperationalError("server closed the connection"),
        InterfaceError("connection already closed"),
        ReadTimeoutError(endpoint_url="https://s3.example"),
        ConnectTimeoutError(endpoint_url="https://s3.example"),
        ClientError({"Error": {"Code": "SlowDown"}}, "PutObject"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_what_does_not_answer_around_us_is_said_in_words(broken, error, caplog):
    page = broken(error).get("/favicon.ico", headers={"X-Request-ID": GIVEN})
    assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
    assert GIVEN in page.content.decode()
    assert any(record.exc_info for record in caplog.records)


def gone(*args: object) -> None:
    raise OperationalError("server closed the connection")


@pytest.mark.parametrize(
    ("path", "cookie"),
    [
        ("/", ""),
        ("/fr/no-such-page/", ""),
        ("/no-such-page", ""),
        ("/fr/shop/_99999/", ""),
        ("/fr/account/", "sessionid=lamp0room0of0pit0nine0bis00000"),
    ],
)
def test_no_page_is_broken_while_the_database_is_away(path, cookie):
    """Missing pages and the middleware ask it, too."""
    for alias in ("default", "process"):
        caches[alias].clear()
    client = Client(raise_request_exception=False)
    with connection.execute_wrapper(gone):
        page = client.get(path, headers={"X-Request-ID": GIVEN, "Cookie": cookie})
    assert (page.status_code, page.headers["Retry-After"]) == (503, "30")
    assert page.headers["Cache-Control"] == "no-store"
    assert GIVEN in page.content.decode()


def test_bare_words_stand_where_no_page_can_be_drawn(broken, monkeypatch):
    def refuse(*args, **kwargs):
        raise OSError("the template is gone")

    client = broken(ZeroDivisionError())
    monkeypatch.setattr(loader, "render_to_string", refuse)
    page = client.get("/favicon.ico", headers={"X-Request-ID": GIVEN})
    assert (page.status_code, GIVEN in page.content.decode()) == (500, True)


FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    "kind",
    [
        f"{FORM}; charset=iso-8859-15",
        f"{FORM}; charset=UTF-16",
        "multipart/form-data; boundary=x; charset=cp1252",
        "text/plain; charset=koi8-r",
    ],
)
@pytest.mark.parametrize("page", ["account_login", "catalogue:index", "set_language"])
@pytest.mark.parametrize("cookies", ["csrftoken=" + "a" * 32, ""])
def test_another_character_set_is_refused_in_words(kind, page, cookies):
    browser = Client(raise_request_exception=False, enforce_csrf_checks=True)
    for method in ("POST", "GET"):
        answer = browser.generic(
            method,
            f"{reverse(page)}?q=x",
            b"login=%E9",
            content_type=kind,
            headers={"Cookie": cookies},
        )
        assert answer.status_code == 400
        assert "<h1>" in answer.content.decode()


@pytest.mark.parametrize("codec", ["rot13", "base64", "undefined", "hex", "idna"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_is_no_character_set_at_all_is_refused_in_words(rf, codec, method):
    kind = f"{FORM}; charset={codec}"
    environ = rf.generic(method, "/fr/shop/?q=x", b"login=x").environ | {"CONTENT_TYPE": kind}
    told = []
    page = b"".join(application(environ, lambda status, headers: told.append(status)))
    assert told == ["400 Bad Request"]
    assert b"<h1>" in page


@pytest.mark.parametrize("kind", [f"{FORM}; charset=UTF-8", f"{FORM}; charset=utf8", FORM])
def test_our_own_character_set_is_read(client, kind):
    answer = client.generic("POST", reverse("account_login"), b"login=x", content_type=kind)
    assert answer.status_code == 200


def test_what_cannot_be_read_once_is_not_read_for_the_answer(rf):
    request = rf.post("/fr/", b"a&" * 2000, content_type=FORM)
    answer = bad_request(request, ValueError())
    assert (answer.status_code, len(request.POST)) == (400, 0)
