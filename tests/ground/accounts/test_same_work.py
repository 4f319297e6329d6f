"""Nobody learns from the time that it takes whether an address has an account: the work is equal.

Counted, not timed: passwords hashed, questions to the database, letters written.
"""

import re
from collections import Counter

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ground.letters.models import Letter
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db

KNOWN, UNKNOWN = "lea@terril.example", "tom@terril.example"
UNVERIFIED = "zoe@terril.example"


@pytest.fixture(autouse=True)
def people():
    UserFactory.create(email=KNOWN)
    UserFactory.create(email=UNVERIFIED).emailaddress_set.update(verified=False)


@pytest.fixture
def work(client, monkeypatch):
    """What is done for a form, and what the page says."""
    hashed = []
    encode = MD5PasswordHasher.encode

    def counted(self, password, salt):
        hashed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)

    def done(form, **words):
        client.cookies.clear()
        hashed.clear()
        before = Letter.objects.count()
        with CaptureQueriesContext(connection) as asked:
            answer = client.post(f"/fr/account/{form}/", words)
        # PostgreSQL answers the same question through a cursor where it may be long.
        statements = [query["sql"].replace("DECLARE", "SELECT", 1).split() for query in asked]
        return {
            "hashed": len(hashed),
            "questions": Counter(one[0] for one in statements if "SAVEPOINT" not in one),
            "letters": Letter.objects.count() - before,
            "answer": (answer.status_code, answer.headers.get("Location")),
            "says": said(answer, words),
        }

    client.get("/fr/account/login/")  # what is looked up once and kept
    return done


def said(answer, words):
    page = answer.content.decode().replace(words.get("email") or words["login"], "")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|"challenge": "[^"]+"', "", page)


@pytest.mark.parametrize("email", [KNOWN, UNVERIFIED])
def test_signing_up(work, email):
    known = work("signup", email=email, password1="lampe-au-fond-1906-b")
    unknown = work("signup", email=UNKNOWN, password1="lampe-au-fond-1906-b")
    assert known == unknown
    assert (known["letters"], known["hashed"]) == (1, 1)


@pytest.mark.parametrize("email", [KNOWN, UNVERIFIED])
def test_a_wrong_password(work, email):
    known = work("login", login=email, password="pas-celui-ci-1906")
    unknown = work("login", login=UNKNOWN, password="pas-celui-ci-1906")
    assert known == unknown
    assert (known["letters"], known["hashed"]) == (0, 1)


@pytest.mark.parametrize("email", [KNOWN, UNVERIFIED])
def test_a_forgotten_password(work, email):
    known = work("password/reset", email=email)
    unknown = work("password/reset", email=UNKNOWN)
    assert known == unknown
    assert known["letters"] == 1
