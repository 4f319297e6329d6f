from django.apps import AppConfig


class DemoConfig(AppConfig):
    """No tables, no pages: a command and what it loads. Installed by the settings that want it."""

    name = "demo"
