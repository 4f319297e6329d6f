"""`{{ when|day }}`: "5 December"; `{% between first last %}`: "between 5 and 8 December"."""

from django.template import Library

from ..dates import between, day

register = Library()
register.filter("day", day)
register.simple_tag(between)
