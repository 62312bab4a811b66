"""Rules of hand-written pages."""
