"""What comes along when something is copied or pasted: signs from elsewhere, marks of other programs, names twice."""
