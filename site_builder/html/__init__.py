"""What is done to finished HTML."""
