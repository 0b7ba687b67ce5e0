"""When: dates with a precision, seasons and zones."""
