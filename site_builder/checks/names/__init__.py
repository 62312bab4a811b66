"""What is named exists, and ids, numbers and addresses agree."""
