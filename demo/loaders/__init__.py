"""One file a kind of thing; `demo.load` calls them in the order of their needs."""
