"""Documents, decisions, differences, the glossary and topics."""
