"""What the custom_ids of buttons and forms are made of."""

from typing import Final

SNOWFLAKE: Final = "(?:[0-9]{1,18}|[1-8][0-9]{18})"
"""An id in a template: Discord's, or a row's. What is larger than 64 bits with a sign hold is no id, and matches none.

Discord's ids reach the end of this in the year 2083.
"""
