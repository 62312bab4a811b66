"""What the generator costs beside plain MkDocs and beside the least that any such program must do: `make bench`."""
