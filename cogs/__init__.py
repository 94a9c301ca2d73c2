"""The features, one package each; they meet in `bot.registry` and never import one another."""
