from django.urls import path

from .views import shop

app_name = "artisans"

urlpatterns = [
    path("", shop.index, name="index"),
    path("<slug:code>/", shop.shop, name="shop"),
]
