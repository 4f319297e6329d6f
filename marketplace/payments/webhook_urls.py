from django.urls import path

from . import views

urlpatterns = [
    path("<slug:code>/webhook", views.webhook, name="payment_webhook"),
]
