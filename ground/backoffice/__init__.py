"""What the desks of the Wagtail admin share: lists, and who may open which address."""
