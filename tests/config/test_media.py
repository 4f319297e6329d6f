"""Uploads where the platform serves them itself; in production the storage does."""

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


@pytest.mark.django_db
def test_a_browser_keeps_a_picture(client):
    name = default_storage.save("images/heap.svg", ContentFile(b"<svg/>"))
    response = client.get(default_storage.url(name))
    assert b"".join(response.streaming_content) == b"<svg/>"
    assert response.headers["Cache-Control"] == f"public, max-age={settings.MEDIA_SECONDS_KEPT}"


@pytest.mark.django_db
def test_nobody_keeps_that_there_is_no_picture(client):
    response = client.get("/media/images/no-such.jpg")
    assert (response.status_code, response.headers.get("Cache-Control")) == (404, None)
