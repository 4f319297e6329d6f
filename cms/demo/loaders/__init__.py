"""One file a kind of thing; `cms.demo.load` calls them in the order in which they need each other."""
