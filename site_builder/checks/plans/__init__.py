"""What a plan says of its measures: who does what, when, and what became of the drafts."""
