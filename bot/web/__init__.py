"""The one door to the web: what is fetched, what a page says of itself, and when two addresses are the same."""
