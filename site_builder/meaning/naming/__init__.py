"""What names mean where they stand."""
