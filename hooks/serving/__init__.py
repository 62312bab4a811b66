"""The site on this machine: read and checked anew at every save, and made of that when somebody asks for it."""
