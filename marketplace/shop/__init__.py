"""The shopper's side: browsing, basket, checkout, orders. It owns no table."""
