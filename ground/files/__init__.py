"""Files that people send: what they are, what they may be, and what is taken out of them.

The one place for pictures, PDF and office files of every form. It judges what is inside, never the
name or what the browser says, and answers in words: see FileRefused.
"""
