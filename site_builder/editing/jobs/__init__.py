"""What editors do by command: each job is a pure function of the content, and proposes what files are to be."""
