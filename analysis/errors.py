"""The errors that a user can act on: each is one sentence that names what was given and what is accepted."""


class CommuniqueError(Exception):
    """Something the user can mend; its text is one sentence, shown as it is, without a traceback."""


class UnreadableError(CommuniqueError):
    """An input that cannot be read as an English news article."""


class ParameterError(CommuniqueError, ValueError):
    """A parameter of a notebook or function with an unknown name or a value out of its range."""
