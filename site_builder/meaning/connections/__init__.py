"""What plans connect with each other: interventions that name others, and those that carry others out."""
