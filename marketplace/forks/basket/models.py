from oscar.apps.basket.models import *  # noqa: F403  (Oscar fills in the models that we do not define)
