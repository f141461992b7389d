"""Sealing a dossier with the core's job, as the browser's worker does, but natively through cffi."""

import json

import cffi

from serving import ROOT
from server.core import default_library

FAILED, INPUT, OUTPUT, DONE = -1, 1, 2, 3

ffi = cffi.FFI()
ffi.cdef(
    """
    void motcua_wipe(char*);
    void* motcua_seal_open(const char*);            double motcua_seal_size(const void*);
    int motcua_seal_next(void*);                    int motcua_seal_attachment(const void*);
    size_t motcua_seal_wanted(const void*);         uint8_t* motcua_seal_input_buffer(void*);
    int motcua_seal_input(void*, size_t);           const uint8_t* motcua_seal_output_ptr(const void*);
    size_t motcua_seal_output_size(const void*);    char* motcua_seal_finish(void*);
    void motcua_seal_close(void*);
    """
)
library = ffi.dlopen(str(default_library(ROOT)))


def seal_dossier(plan: dict, attachments: list[bytes]) -> tuple[bytes, dict]:
    """-> (sealed file, what finish() says)"""
    job = library.motcua_seal_open(json.dumps(plan).encode())
    sealed, given = bytearray(), [0] * len(attachments)
    try:
        announced = library.motcua_seal_size(job)
        while (what := library.motcua_seal_next(job)) not in (FAILED, DONE):
            if what == INPUT:
                index, wanted = library.motcua_seal_attachment(job), library.motcua_seal_wanted(job)
                piece = attachments[index][given[index] : given[index] + wanted]
                ffi.memmove(library.motcua_seal_input_buffer(job), piece, len(piece))
                library.motcua_seal_input(job, len(piece))
                given[index] += len(piece)
            else:
                sealed += ffi.buffer(library.motcua_seal_output_ptr(job), library.motcua_seal_output_size(job))
        text = library.motcua_seal_finish(job)
        answer = json.loads(ffi.string(text))
        library.motcua_wipe(text)
    finally:
        library.motcua_seal_close(job)
    assert "ok" in answer, answer
    assert len(sealed) == announced == answer["ok"]["size"]
    return bytes(sealed), answer["ok"]
