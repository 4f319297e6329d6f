"""Sizes of pictures that are made when a browser first asks for them."""

from django.urls import path
from wagtail.images.views.serve import ServeView

from .models import Picture

# Signed: nobody can ask for a size that no page of ours has shown.
urlpatterns = [
    path(
        "<str:signature>/<int:image_id>/<str:filter_spec>/<str:filename>",
        ServeView.as_view(model=Picture, action="redirect"),
        name="picture_cut",
    )
]
