"""In a rehearsal each page says so, whoever made it; otherwise none does."""

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse, JsonResponse, StreamingHttpResponse
from django.test import Client

from config.rehearsal import RehearsalMiddleware
from tests.factories.accounts import UserFactory

NOTICE = 'class="rehearsal"'


@pytest.fixture
def rehearsed(settings):
    settings.REHEARSAL = settings.PAGE_CACHE = True
    return Client(raise_request_exception=False)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    ["/fr/shop/", "/en/account/login/", "/fr/nowhere/", "/admin/", "/dashboard/", "/fr/shop/%00/"],
)
def test_every_page_says_so_once_each_time(rehearsed, address):
    rehearsed.force_login(UserFactory.create(is_superuser=True, is_staff=True))
    for _ in range(2):
        answer = rehearsed.get(address, follow=True)
        page = answer.content.decode()
        assert answer.headers.get("Content-Length", str(len(answer.content))) == str(
            len(answer.content)
        )
        assert page.count(NOTICE) == 1
        assert page.index("<body") < page.index(NOTICE)


@pytest.mark.parametrize(
    "answer",
    [
        JsonResponse({"page": "<body>"}),
        HttpResponse("<p>a fragment</p>"),
        StreamingHttpResponse([b"<body>"]),
    ],
)
def test_what_is_no_page_stays_as_it_is(settings, rf, answer):
    settings.REHEARSAL = True
    response = RehearsalMiddleware(lambda request: answer)(rf.get("/"))
    assert NOTICE.encode() not in b"".join(response)


def test_otherwise_nothing_is_added(settings):
    with pytest.raises(MiddlewareNotUsed):
        RehearsalMiddleware(lambda request: HttpResponse())
