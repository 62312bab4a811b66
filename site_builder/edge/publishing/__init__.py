"""What lies beside a finished site when it is published or released: packed texts, an archive, the list of parts."""
