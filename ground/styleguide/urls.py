from django.urls import path

from .views import gallery

app_name = "design"
urlpatterns = [path("", gallery, name="gallery")]
