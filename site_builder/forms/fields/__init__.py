"""What a form holds: fields made from a model, and what comes back read against the file."""
