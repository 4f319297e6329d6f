"""The gallery of the components, at /fr/styleguide/: each as a shopper or a maker meets it."""
