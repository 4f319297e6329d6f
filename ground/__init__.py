"""What every app stands on: the user, pictures, letters, components, kept pages."""
