"""What becomes of visitors, orders and letters while parts of a deployment fail or are renewed."""
