"""What a shopper, an artisan, a start-up and an editor come for, in all three engines of browsers.

`make engines` plays it (scripts/engines.py). Selenium speaks to Chromium and WebKit by the drivers
of their Debian packages; Firefox has none there, so it is spoken to directly (marionette.py).
"""
