"""Commands that build a whole site and hand it over: as an archive, as PDF, as a release."""
