"""What Yokoku promises about speed and memory, each measured against a named floor in the same run."""
