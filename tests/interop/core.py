"""The core's library as these tests need it: JSON calls, and a dossier sealed as the browser does."""
import ctypes
import json
import os
import pathlib

from harness import ROOT

LIBRARY = pathlib.Path(os.environ.get("MOTCUA_LIBRARY", ROOT / "build/native/libmotcua.so"))
FAILED, INPUT, OUTPUT, DONE = -1, 1, 2, 3


class Core:
    def __init__(self):
        self.library = ctypes.CDLL(str(LIBRARY))
        for name in ("seal_open", "seal_input_buffer", "seal_output_ptr", "seal_finish"):
            self._of(name).restype = ctypes.c_void_p
        self._of("seal_output_size").restype = ctypes.c_size_t
        self._of("seal_wanted").restype = ctypes.c_size_t

    def _of(self, name):
        return getattr(self.library, f"motcua_{name}")

    def _take(self, address):
        text = ctypes.string_at(address)
        self.library.motcua_free(ctypes.c_void_p(address))
        return json.loads(text)

    def call(self, name, **request):
        function = self._of(name)
        function.restype = ctypes.c_void_p
        arguments = [json.dumps(request).encode()] if request else []
        return self._take(function(*arguments))["ok"]

    def seal(self, plan, contents):
        """-> (bytes of the sealed file, what the sealing says)"""
        job = ctypes.c_void_p(self._of("seal_open")(json.dumps(plan).encode()))
        sealed, given = bytearray(), [0] * len(contents)
        while (what := self._of("seal_next")(job)) not in (FAILED, DONE):
            if what == OUTPUT:
                sealed += ctypes.string_at(self._of("seal_output_ptr")(job),
                                           self._of("seal_output_size")(job))
                continue
            index, wanted = self._of("seal_attachment")(job), self._of("seal_wanted")(job)
            piece = contents[index][given[index]:given[index] + wanted]
            ctypes.memmove(self._of("seal_input_buffer")(job), piece, len(piece))
            self._of("seal_input")(job, ctypes.c_size_t(len(piece)))
            given[index] += len(piece)
        answer = self._take(self._of("seal_finish")(job))
        self._of("seal_close")(job)
        return bytes(sealed), answer["ok"]
