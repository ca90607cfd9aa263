"""The drawn page: the types of theme and page, text measured and fitted, pictures made fit for a projector."""
