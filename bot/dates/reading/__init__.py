"""The one reader of dates and times that people type. `read.read` is its door; the other modules are its parts.

`tokens` cuts a text into what its pieces mean, `calendar` and `clock` tell which days and times of day that may be,
`resolve` puts them together in a time zone, and `languages` reads words that our own tables don't have.
"""
