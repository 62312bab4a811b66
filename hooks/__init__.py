"""Everything of ours that knows MkDocs: the hook itself, and how the command line runs MkDocs."""
