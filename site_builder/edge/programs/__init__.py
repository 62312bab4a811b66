"""What other programs are given: code hosts each their kind of report, an editor's tools their schemas."""
