"""Pages for those who edit."""
