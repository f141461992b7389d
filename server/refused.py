"""What a command of the desk could not do, and what to do about it."""


class Refused(Exception):
    def __init__(self, message, hint=""):
        super().__init__(message)
        self.hint = hint
