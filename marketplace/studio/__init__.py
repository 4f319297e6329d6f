"""The artisan's workspace: listings, stock, orders to prepare, the shop's own page."""
