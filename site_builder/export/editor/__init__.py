"""Help while a file is written: schemas that know what exists now, and how an editor finds them."""
