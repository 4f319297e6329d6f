"""Pages of the providers, below the language; `webhook_urls` has what machines call."""

from django.urls import path

from .sandbox import views as sandbox

app_name = "payments"

urlpatterns = [
    path("sandbox/<slug:reference>/", sandbox.page, name="sandbox"),
]
