"""Blog posts: getting them in, keeping them on disk, finding things in them; walled off from the rest."""
