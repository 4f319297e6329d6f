"""Sizes of pictures that are made when a browser first asks for them."""

from django.urls import path

from . import views

# Signed: nobody can ask for a size that no page of ours has shown.
urlpatterns = [
    path(
        "<str:signature>/<int:image_id>/<str:filter_spec>/<str:filename>",
        views.cut,
        name="picture_cut",
    )
]
