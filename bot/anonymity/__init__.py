"""What keeps an answer apart from its author."""
