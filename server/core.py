"""The C++ core through cffi: one Python call is one JSON function of shared/motcua.h.

    core = Core(path); core.number_new(random=os.urandom(16).hex())["number"]

Every error of the core is a CoreError. Calls release the interpreter lock and may come from any
thread.
"""

import json
from pathlib import Path

import cffi

FUNCTIONS = (
    "deadline", "dossier_keys", "unit_keygen", "envelope_verify", "age_split", "number_new", "number_check",
    "note_sign", "note_verify", "directory_verify", "event_make", "event_verify", "event_next",
    "request_make", "request_verify", "ack_make", "ack_verify", "leaf", "log_append", "log_commit",
    "log_tile", "log_proof_tiles", "log_consistency_tiles",
    "log_consistency_verify", "checkpoint_sign", "checkpoint_verify", "checkpoint_cosign",
    "checkpoint_witnessed", "proof_verify", "witness_keygen", "witness_request", "witness_origin",
    "witness_sign", "state_make", "state_check", "state_verify", "message_seal", "message_open",
    "pack_read", "feedback_make", "feedback_verify", "feedback_message_make", "feedback_message_read",
    "feedback_clocks", "answer_make", "answer_verify", "mark_make", "mark_verify", "event_code", "code_check",
    "slip_check", "slip_sheet",
)  # fmt: skip
WITH_BYTES = ("log_proof", "log_consistency")  # take bytes beside the request: core.log_proof(data, index=…)


class CoreError(Exception):
    """What the core refused: a stable code, a sentence, and a hint that may be empty."""

    def __init__(self, code: str, message: str, hint: str):
        super().__init__(f"{message} (hint: {hint})" if hint else message)
        self.code, self.message, self.hint = code, message, hint


class Core:
    def __init__(self, library: Path):
        """Loads the library and runs its known answers; a build that fails them is not served with."""
        self._ffi = cffi.FFI()
        self._ffi.cdef("void motcua_wipe(char*); char* motcua_version(void); char* motcua_selftest(void);")
        self._ffi.cdef("".join(f"char* motcua_{name}(const char*);" for name in FUNCTIONS))
        self._ffi.cdef("".join(f"char* motcua_{name}(const char*, const uint8_t*, size_t);" for name in WITH_BYTES))
        try:
            self._library = self._ffi.dlopen(str(library))
        except OSError as error:
            hint = "run ./serve.py without --no-setup"
            raise CoreError("io", f"the core library cannot be loaded: {error}", hint) from error
        for name in FUNCTIONS:
            setattr(self, name, self._caller(getattr(self._library, "motcua_" + name)))
        for name in WITH_BYTES:
            setattr(self, name, self._caller_with_bytes(getattr(self._library, "motcua_" + name)))
        self.version = self._read(self._library.motcua_version())["version"]
        self.passed = self._read(self._library.motcua_selftest())["passed"]

    def _caller(self, function):
        def call(**request):
            return self._read(function(json.dumps(request, ensure_ascii=False).encode()))

        return call

    def _caller_with_bytes(self, function):
        def call(data: bytes, **request):
            text = json.dumps(request, ensure_ascii=False).encode()
            return self._read(function(text, self._ffi.from_buffer(data), len(data)))

        return call

    def _read(self, text):
        if text == self._ffi.NULL:
            raise MemoryError("the core has run out of memory")
        try:
            answer = json.loads(self._ffi.string(text))
        finally:
            self._library.motcua_wipe(text)
        if "error" in answer:
            error = answer["error"]
            raise CoreError(error["code"], error["message"], error.get("hint", ""))
        return answer["ok"]


def default_library(root: Path) -> Path:
    return root / "build" / "native" / "libmotcua.so"
