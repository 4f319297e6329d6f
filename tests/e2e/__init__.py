"""The four jobs played in a browser, against the real server with the demonstration in it."""
