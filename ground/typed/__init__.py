"""What people type, read as they mean it: telephone, postcode, SIRET, amounts.

One reader for each, for all forms. A reader returns the one meaning, or raises `ValidationError`
in words: what could be read in two ways is asked again, never guessed.
"""
