"""What the gateway says about itself: on stderr, and nothing about anybody.

There is no access log. A failure is logged as its kind and the places in the code it passed; never its
message, which could hold a piece of a request.
"""

import logging
import traceback


class PrivateFormatter(logging.Formatter):
    def format(self, record):
        record.exc_text = None  # what another formatter made of it holds the message
        return super().format(record)

    def formatException(self, info):
        kind, _, trace = info
        places = "".join(f"\n  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
        return f"{kind.__name__ if kind else 'error'}{places}"


def start():
    handler = logging.StreamHandler()
    handler.setFormatter(PrivateFormatter("motcua: %(levelname)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.getLogger("motcua").setLevel(logging.INFO)
