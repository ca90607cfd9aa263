"""What an author writes into assets/: facts, quotations, people, sources, actions, pictures; and who is protected."""
