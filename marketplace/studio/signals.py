"""What the apps above may want to know."""

from django.dispatch import Signal

left_the_shop = Signal()  # listing: it was on sale, and is so no more
