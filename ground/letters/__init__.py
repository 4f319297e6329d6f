"""The one outbox: every letter is a row before it is a mail."""
