"""What is published, as models."""
