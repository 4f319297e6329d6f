"""Rows that are written once: refused to be changed in the model, the queryset and the database."""
