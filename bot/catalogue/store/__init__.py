"""The catalogue's SQL, and nothing else."""
