from oscar.apps.order.models import *  # noqa: F403  (Oscar fills in the models that we do not define)
