from oscar.apps.shipping.admin import *  # noqa: F403  (Oscar's registrations, under our label)
