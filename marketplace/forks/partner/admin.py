from oscar.apps.partner.admin import *  # noqa: F403  (Oscar's registrations, under our label)
