"""One file a kind of thing; `cms.demo.load` calls them in the order of their needs."""
