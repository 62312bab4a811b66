"""Forms for jobs that touch many files: what is asked for each of them, and the job of the commands that it is for."""
