"""The catalogue turned into what people see. No I/O."""
