"""Places, findings, words and how Swedes write: what every layer may use."""
