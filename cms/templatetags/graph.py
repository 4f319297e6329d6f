"""`{% load graph %}`: what pages know of a record, for the templates of every app.

    {% place_url place as href %}
    {% stories_about product=product as stories %}   also place=, artisan=, craft=, pilot=
    {% routes_past place as routes %}  {% events_at place as events %}

Pages come in the reader's language where there is a translation, with picture and sizes at hand:
`{% card kind="story" title=story.title href=story.url image=story.picture %}`.
"""

from django import template

from cms import graph

register = template.Library()

for tag in (
    graph.craft_url,
    graph.events_at,
    graph.place_url,
    graph.routes_past,
    graph.stories_about,
):
    register.simple_tag(tag)
