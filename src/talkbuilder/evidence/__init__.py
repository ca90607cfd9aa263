"""The evidence library: facts, quotes, people, posts, actions and pictures that talks draw on."""
