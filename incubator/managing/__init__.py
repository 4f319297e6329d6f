"""What programme managers see in the Wagtail admin: calls, applications, pilots."""
