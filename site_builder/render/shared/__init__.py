"""Parts that pages of several rooms share."""
