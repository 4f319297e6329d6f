"""What each kind of page shows besides its own fields: page and request to context.

They ask the graph, make cards, and fetch all pictures of the page at once.
"""
