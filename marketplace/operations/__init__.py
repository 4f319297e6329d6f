"""What an operator has to know of the platform itself: what waits, and what the timer does."""
