"""How texts are written, and what Markdown makes of them."""
