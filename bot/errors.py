"""The project's exceptions.

YokokuError
├── PersonError            something a person can fix; they are told how
│   ├── NotUnderstood      what they typed has no meaning here
│   ├── NotFound           what they named is not there
│   ├── NotAllowed         they, or the bot, may not do that
│   └── TooLate            what they acted on has changed or gone meanwhile
├── OperatorError          the process can't run as it is set up; one line for whoever runs it
│   ├── SettingsError      a setting is wrong
│   └── StoreError         the database can't be used: read-only, newer than the code, or not a database
│       └── StoreBusyError another program holds it, which passes
└── CatalogueError         a file of facts doesn't say what it should
"""


class YokokuError(Exception):
    """The root of what this project raises on purpose."""


class PersonError(YokokuError):
    """Something a person can fix. The text says what went wrong and what to do, in plain words.

    It is shown as it is, so whoever raises it escapes what they quote; but of a class that `Yokoku.add_error_text` has
    a function for, that makes the text, of the values that the error carries.
    """


class NotUnderstood(PersonError):
    """What they typed has no meaning here."""


class NotFound(PersonError):
    """What they named is not there."""


class NotAllowed(PersonError):
    """They, or the bot, may not do that."""


class TooLate(PersonError):
    """What they acted on has changed or gone meanwhile."""


class OperatorError(YokokuError):
    """The process can't run as it is set up. The text is one line for whoever runs it, without secrets."""


class SettingsError(OperatorError):
    """A setting is wrong; the text names it."""


class StoreError(OperatorError):
    """The database can't be used: locked, read-only, newer than the code, or not a database."""


class StoreBusyError(StoreError):
    """Another program holds the database; that passes."""


class CatalogueError(YokokuError):
    """A file of facts doesn't say what it should."""
