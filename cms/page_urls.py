"""Wagtail's addresses, with a quicker way to a page and the one way to sign in."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from . import views

urlpatterns = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/login/", views.sign_in, name="wagtailcore_login"),
    path("search/", views.search, name="search"),
    re_path(serve_pattern, views.page, name="wagtail_serve"),
]
