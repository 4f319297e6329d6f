from oscar.apps.shipping.models import *  # noqa: F403  (Oscar fills in the models that we do not define)
