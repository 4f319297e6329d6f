"""What the apps above may want to know."""

from django.dispatch import Signal

# Sent after commit, once the money has been taken. Arguments: payment, at (datetime).
# A receiver that fails is asked again by `actions.finish`, until the payment has an order or a
# refund.
captured = Signal()
