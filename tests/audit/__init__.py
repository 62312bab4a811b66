"""What is tried on the built pages in a real browser, by the tests and by `make audit`."""
