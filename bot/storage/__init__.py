"""SQLite: one writer, transactions, migrations, settings."""
