"""`{{ when|day }}`: "5 December"; `{{ zone|time_of }}`: "Paris time".

`{% between first last %}`: "between 5 and 8 December".
"""

from django.template import Library

from ..dates import between, day, time_of

register = Library()
register.filter("day", day)
register.filter("time_of", time_of)
register.simple_tag(between)
