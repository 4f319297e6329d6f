"""What stands behind the commands of the Makefile; no part of the running platform."""
