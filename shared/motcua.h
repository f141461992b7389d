#pragma once
/* The C face of the core: what the gateway (cffi) and the sealing worker (WebAssembly) call.
 *
 * Rules that hold for every function here
 *  - Text is UTF-8 and ends with a zero byte. JSON requests are at most 32 MiB; keys a request does
 *    not name are refused (except inside "form", "values" and the directory).
 *  - A function that returns `char*` returns JSON from malloc: {"ok":{...}} or
 *    {"error":{"code":"signature","message":"what is wrong","hint":"what to do"}}. The caller hands
 * it back to motcua_free. NULL means that memory has run out.
 *  - "hexN" is lower-case hexadecimal of N characters, "base64" is standard and padded, times are
 *    "2026-11-22T05:00:00Z", sizes and indexes are JSON integers up to 2^53-1.
 *  - "hash" is BLAKE2b-256 (`b2sum -l 256`); hashes of the log are SHA-256.
 *  - Nothing reads a clock. Entropy comes as a "random" member, except where the platform's source
 *    is named (seal, keep, message_seal); when that source fails, so does the call.
 *  - No call keeps anything between calls but the jobs that the caller holds. Jobs are not shared
 * by threads; the JSON functions may be called from any thread at once.
 *  - Codes of errors: shared/result.h, code_name(). Formats: docs/formats/.
 */

#include <stddef.h>
#include <stdint.h>

#if defined(__EMSCRIPTEN__)
#include <emscripten/emscripten.h>
#define MOTCUA_API EMSCRIPTEN_KEEPALIVE
#else
#define MOTCUA_API __attribute__((visibility("default")))
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- memory ---------------------------------------------------------------------------------- */

/* Space for a request (wasm); free it with motcua_free. NULL when there is none. */
MOTCUA_API void* motcua_alloc(size_t size);
/* Wipes nothing and accepts NULL. */
MOTCUA_API void motcua_free(void* text);
/* The same, after overwriting the zero-ended text: for requests and answers that hold a secret. */
MOTCUA_API void motcua_wipe(char* text);

/* ---- the build ------------------------------------------------------------------------------- */

/* -> {"version":"0.1.0","formats":["motcua.manifest/1",...]} */
MOTCUA_API char* motcua_version(void);
/* Runs the known answers of this build -> {"passed":n}; any difference is an error. Call it once
 * before trusting the build with anything. */
MOTCUA_API char* motcua_selftest(void);

/* ---- keys ------------------------------------------------------------------------------------ */

/* {root:hex64, draft:hex32} -> {sign:"RW...", read:"age1pq...", identity:"AGE-SECRET-KEY-PQ-1...",
 *  follow:hex32 (the secret capability), follow_hash:hex64, minisign_secret: file text, no
 * password} */
MOTCUA_API char* motcua_dossier_keys(const char* request);
/* {unit:"99901", random:hex of 32..256 bytes, time?: for a comment in identity_file}
 *  -> {sign:"PRIVATE+KEY+...", vkey, identity_file: text as age-keygen writes, read:"age1pq..."}.
 *  Also makes log and root keys: unit is the key's name. */
MOTCUA_API char* motcua_unit_keygen(const char* request);

/* ---- secrets that people keep ---------------------------------------------------------------- */

/* -> {passphrase} of 130 bits, from the platform's entropy. */
MOTCUA_API char* motcua_passphrase_new(void);
/* A secret under a passphrase, as an armored age file. This module writes work factor 18 and tries
 * at most 22; in WebAssembly 16 and 18, and asks for as much memory as motcua_secret_cost says: run
 * it in a worker that is ended afterwards.
 * seal {text (<= 64 KiB), passphrase} -> {age: text};
 * cost {age} -> {work_factor, memory: bytes, allowed: whether this build tries it};
 * open {age, passphrase} -> {text}. Error codes: no_match (another passphrase), refused (too much
 * work), armor, header, payload. */
MOTCUA_API char* motcua_secret_seal(const char* request);
MOTCUA_API char* motcua_secret_cost(const char* request);
MOTCUA_API char* motcua_secret_open(const char* request);
/* {root:hex64, draft:hex32, number?: 12 digits with body: hex64} -> {sheet: text of a file for age,
 * with minisign's key in it, code: "MOTCUA-ROOT-1..." for typing, qr: code, number and body for a
 * QR code}; and {text: any of the three} -> {root, draft, number, body}; the last two empty when
 * the text has none */
MOTCUA_API char* motcua_recovery_sheet(const char* request);
MOTCUA_API char* motcua_recovery_read(const char* request);

/* ---- dossiers and numbers -------------------------------------------------------------------- */

/* {envelope:text, signature:text of the minisig file} -> the envelope's members as they stand
 *  ({format, draft, channel, units, receiving, competent, size, header, body, commitment, sign,
 * read, follow, key}). Refuses text that is not canonical, unknown members, and a signature or
 * trusted comment that does not hold under the envelope's own "sign" key. */
MOTCUA_API char* motcua_envelope_verify(const char* request);
/* {prefix:base64 of the first bytes of an age file, up to 64 KiB} -> {header_size:n}: the header
 * ends (with the newline after its MAC) at n; BLAKE2b-256 of bytes [0,n) is "header", of the rest
 * "body". Error code header: malformed, or longer than the prefix. */
MOTCUA_API char* motcua_age_split(const char* request);
/* {prefix:base64 of the first 16 bytes or all, name, size} -> {type:"application/pdf", ext:"pdf"}
 *  Error codes: invalid (empty), refused (type not taken), mismatch (the name claims another type),
 *  too_large (over 50 MB). */
MOTCUA_API char* motcua_sniff(const char* request);
/* {form: schema object, values: object, today: "YYYY-MM-DD" or a time; with procedure: its object
 * and attached: [component ids], the papers are judged, too} -> {defects:[{field, step, code,
 * severity:"error"|"warning", message:{vi,en}}]} */
MOTCUA_API char* motcua_judge(const char* request);
/* {random:hex of >= 16 bytes} -> {number:"482177305910"} (12 digits, the last one a check digit) */
MOTCUA_API char* motcua_number_new(const char* request);
/* {number: as a person typed it; spaces, dots and dashes are ignored} -> {number: 12 digits,
 *  grouped:"4821 7730 5910"} */
MOTCUA_API char* motcua_number_check(const char* request);

/* ---- signed notes ---------------------------------------------------------------------------- */

/* {text (ends with newline), key:"PRIVATE+KEY+..." | note + key to add a signature: {note, key}}
 *  -> {note} */
MOTCUA_API char* motcua_note_sign(const char* request);
/* {note, keys:[vkey...], threshold?:n (default 1)} -> {text, signers:[key names]} */
MOTCUA_API char* motcua_note_verify(const char* request);
/* {note, roots:[vkey x3], now:time, last_version?:n, grace_days?:0..30 (offline kiosk; default 0)}
 *  -> the directory object. Needs 2 of the 3; refuses an expired one (expired), a version below
 *  last_version (refused), and one from the future. */
MOTCUA_API char* motcua_directory_verify(const char* request);

/* ---- events ---------------------------------------------------------------------------------- */

/* {event:{submission, sequence, state, status?, time, unit, body, message (hex64 or "-"), code (or
 *  "-")}, key:"PRIVATE+KEY+..."} -> {note}. The key's name must be the unit. */
MOTCUA_API char* motcua_event_make(const char* request);
/* "keys" of units, here and below: {unit code: vkey or {sign: vkey, former?: as the directory has
 *  it}, ...}. A former key counts for what is dated no later than its "until", and, where the call
 *  has an "index" of the log, lies before its "size". */

/* {note, keys, history:[{sequence, status, state}...] (oldest first, without the applicant's
 *  sequence 0), submission?, body?, index?: where the log was proven to hold it} -> {submission,
 *  sequence, status, state, time, unit, body, message, code, former: whether a former key signed}.
 *  Error codes: signature (unit not in keys, does not hold, or by a key the unit no longer had),
 *  refused (order, transition), mismatch (other submission or body), duplicate (sequence already
 *  there). */
MOTCUA_API char* motcua_event_verify(const char* request);
/* {state} -> {status, next:[states that may follow], final:bool}; state "-" = nothing yet */
MOTCUA_API char* motcua_event_next(const char* request);
/* A unit's word on another axis than processing. make: {mark:{submission, axis:"payment"|
 * "delivery"|"synchronisation", sequence, state, event: sequence of the event it stands on, time,
 * unit, body, message?: hex64}, key} -> {note}; verify: {note, keys, history: of events, as above,
 * marks:[{axis, sequence, state, event}...] that came before, submission?, body?, index?} -> the
 * mark's members. Error codes: as above. */
MOTCUA_API char* motcua_mark_make(const char* request);
MOTCUA_API char* motcua_mark_verify(const char* request);

/* A desk's request. make: {unit, purpose:"list"|"state"|"fetch"|"event"|"answer"|
 * "mark", subject:"-"|number, time, nonce:hex32, key} -> {note}; verify: {note, keys, purpose, now,
 * max_age?:seconds (300)}
 *  -> {unit, purpose, subject, time, nonce} */
MOTCUA_API char* motcua_request_make(const char* request);
MOTCUA_API char* motcua_request_verify(const char* request);

/* {note, keys, index?} -> {code: the event and its unit's signature in at most 400 bytes, for a QR
 * code}. Error codes: signature, invalid. */
MOTCUA_API char* motcua_event_code(const char* request);
/* What stands in the code of a receipt: {text: such a code, or an acknowledgement, keys, log:
 * vkey} -> {kind:"event", submission, sequence, status, state, time, unit, body, message, code,
 * note: the exact note again, former} or {kind:"acknowledgement", submission, body, time}.
 * Error codes: invalid (no such code), too_large, signature. */
MOTCUA_API char* motcua_code_check(const char* request);

/* A slip (docs/formats/slip.md). check: {text, submission?, unit?, body?, state?: what its event
 * says} -> {text: canonical, form:"01".."07", state: the one it goes with, or ""}; sheet: the same
 * with {words: assets/slips/<language>.json, language, code?: of an event} -> the sheet to show:
 * shared/slip/sheet.h as JSON. Error codes: invalid (names the member), too_large, mismatch. */
MOTCUA_API char* motcua_slip_check(const char* request);
MOTCUA_API char* motcua_slip_sheet(const char* request);

/* The log's acknowledgement for a receipt's QR. make: {number, body:hex64, time, key} -> {ack};
 *  verify: {ack, log: vkey, number?, body?} -> {number, body, time} */
MOTCUA_API char* motcua_ack_make(const char* request);
MOTCUA_API char* motcua_ack_verify(const char* request);

/* ---- the log (RFC 6962, C2SP) ---------------------------------------------------------------- */

/* {event:base64 of the event's bytes, salt:hex64} -> {entry:hex64 = SHA-256(salt|event), leaf:hex64
 * = SHA-256(0 | entry)}. Event bytes of leaf 0 of a dossier = envelope text, newline, minisig file
 * text. */
MOTCUA_API char* motcua_leaf(const char* request);
/* {size, edge:[hex64...], leaves:[hex64 leaf hashes...] (1..10000)} -> {size, root, edge, tiles:
 *  [[level, index, start, base64]...]}. edge = hashes of the perfect subtrees of `size`, largest
 * first; tiles = hashes to write into tile (level, index) behind the `start` hashes it has: keep
 * them all for proofs (C2SP tlog-tiles). */
MOTCUA_API char* motcua_log_append(const char* request);
/* One event appended and proven against the tree that ends with it: {size, edge, event:base64,
 * salt:hex64, key: the log's "PRIVATE+KEY+...", whose name is the origin} -> what log_append gives,
 * and {entry:hex64, proof: text of a .tlog-proof file}. */
MOTCUA_API char* motcua_log_commit(const char* request);
/* {path:"0/x001/234" or "0/x001/234.p/17", size} -> {level, index, width}. Error codes: invalid,
 * not_found (the log is not so large yet). */
MOTCUA_API char* motcua_log_tile(const char* request);
/* {index, size} -> {tiles:[[level, index]...]}: the tiles that the inclusion proof needs; then
 * {index, size, tiles:[[level, index, bytes]...]} -> {hashes:[hex64...]}, leaf's sibling first. The
 * tiles themselves lie one behind the other at `tiles`, so many bytes each; `size` is of all. */
MOTCUA_API char* motcua_log_proof_tiles(const char* request);
MOTCUA_API char* motcua_log_proof(const char* request, const uint8_t* tiles, size_t size);
/* {old, size} -> {tiles:[[level, index]...]} and {old, size, tiles:[...]} -> {hashes:[...]}: the
 * same for a consistency proof, 0 < old <= size */
MOTCUA_API char* motcua_log_consistency_tiles(const char* request);
MOTCUA_API char* motcua_log_consistency(const char* request, const uint8_t* tiles, size_t size);
/* {old, size, old_root:hex64, root:hex64, hashes:[hex64...]} -> {} */
MOTCUA_API char* motcua_log_consistency_verify(const char* request);
/* {origin, size, root:hex64, key:"PRIVATE+KEY+..."} -> {checkpoint: signed note}; the key's name
 * must be the origin */
MOTCUA_API char* motcua_checkpoint_sign(const char* request);
/* {checkpoint, log:vkey} -> {origin, size, root:hex64} */
MOTCUA_API char* motcua_checkpoint_verify(const char* request);
/* {proof, event:base64, log:vkey} -> {index, size, root:hex64} */
MOTCUA_API char* motcua_proof_verify(const char* request);

/* ---- witnesses of the log (C2SP tlog-witness, tlog-cosignature) -------------------------------
 */

/* {name, random:hex of 32..256 bytes} -> {sign:"PRIVATE+KEY+...", vkey} */
MOTCUA_API char* motcua_witness_keygen(const char* request);
/* What a log sends: {old, hashes:[hex64...], checkpoint} -> {body} */
MOTCUA_API char* motcua_witness_request(const char* request);
/* {body} -> {origin}, nothing verified: whose key to verify with */
MOTCUA_API char* motcua_witness_origin(const char* request);
/* {body, size and root: what is kept of this log (size 0: nothing, without root), log:vkey, key:
 * the witness's, now} -> {size, root: to be kept before answering, line: the answer}. Error codes:
 * signature, refused (older), duplicate (not what is kept; a fork), mismatch (proof), invalid. */
MOTCUA_API char* motcua_witness_sign(const char* request);
/* {checkpoint, lines: a witness's answer, witness:vkey} -> {checkpoint} with its signature */
MOTCUA_API char* motcua_checkpoint_cosign(const char* request);
/* {checkpoint, log:vkey, witnesses:[vkey...], threshold} -> {size, root, witnesses:[names], time:
 * when the last witness it needed signed, or null while there are too few} */
MOTCUA_API char* motcua_checkpoint_witnessed(const char* request);

/* ---- units' daily statements (docs/formats/state.md) ------------------------------------------
 */

/* {unit, time, size and log_root:hex64 of the log, dossiers:[{number, salt:hex64,
 * entries:[index...] (rising, below size)}...] (1..200000), key} -> {note} */
MOTCUA_API char* motcua_state_make(const char* request);
/* {note, keys, dossiers:[...]} -> {unit, time, size, log_root, dossiers:n, root, former,
 * leaves:[hex64...]} */
MOTCUA_API char* motcua_state_check(const char* request);
/* {note, keys, number, salt:hex64, entries:[index...], index, hashes:[hex64...], checkpoint: of the
 * log that it speaks of, log:vkey} -> {unit, time, size, log_root, dossiers:n, root, former}: this
 * unit said then that below this size this log has these entries of units about the dossier, and no
 * others. Code mismatch when note and checkpoint are not about the same log. */
MOTCUA_API char* motcua_state_verify(const char* request);

/* ---- messages to the applicant --------------------------------------------------------------- */

/* {text (<= 1 MiB), recipients:["age1pq...",...]} -> {age:base64, hash:hex64}; platform's entropy
 */
MOTCUA_API char* motcua_message_seal(const char* request);
/* {age:base64, identity:"AGE-SECRET-KEY-PQ-1..."} -> {text, hash:hex64} */
MOTCUA_API char* motcua_message_open(const char* request);

/* ---- feedback (docs/formats/feedback.md) -------------------------------------------------------
 */

/* What an applicant says. make: {feedback:{submission, number, kind, about?: number, time, body,
 * message?: hex64}, root:hex64, draft:hex32} -> {text, signature: text of the minisig file};
 * verify: {text, signature, sign:"RW..." and draft:hex32 of the envelope, said:[{number, kind,
 * about?}...] and answers:[{feedback, sequence, step}...] that came before, status: 1..10 of the
 * dossier, submission?, body?} -> {submission, number, kind, about (0: none), time, body, message}.
 * Error codes: invalid, signature, mismatch (another dossier), duplicate (number), refused (order,
 * or no place for this kind now). */
MOTCUA_API char* motcua_feedback_make(const char* request);
MOTCUA_API char* motcua_feedback_verify(const char* request);
/* The words inside. make: {kind, text, vote?: 1..5} -> {text: canonical, to be sealed}; read:
 * {kind, text: as it was opened} -> {text, vote?} */
MOTCUA_API char* motcua_feedback_message_make(const char* request);
MOTCUA_API char* motcua_feedback_message_read(const char* request);
/* A unit's answer. make: {answer:{submission, feedback, sequence, step, time, unit, body,
 * message?}, key:"PRIVATE+KEY+..."} -> {note}; verify: {note, keys, said, answers, status,
 * submission?, body?, index?: where the log was proven to hold it} -> the answer's members. Error
 * codes: as above, and not_found (no such feedback). */
MOTCUA_API char* motcua_answer_make(const char* request);
MOTCUA_API char* motcua_answer_verify(const char* request);
/* By when a unit must do what. {calendar, office: as of motcua_deadline, matters: up to 10000 of
 * {kind, time, steps:[{step, time}...], additions:[time...]}, now} -> {clocks:[[{duty:"take-up" |
 * "ask" | "resolve" | "publish", due?, met?: time, late, may_change, working:[steps]}...]...]} */
MOTCUA_API char* motcua_feedback_clocks(const char* request);

/* ---- streaming jobs -------------------------------------------------------------------------- */
/* Opaque; in WebAssembly a job is its address. A job whose request was refused is still a job: its
 * next/input says MOTCUA_FAILED and its finish says why. NULL only when memory has run out.
 * Pointers into a job stay valid until its close, but a view of the WebAssembly memory made before
 * a call is stale after it. Always close; closing wipes. */

enum {
  MOTCUA_FAILED = -1, /* finish() returns the error */
  MOTCUA_INPUT = 1,   /* seal: put up to wanted() bytes of attachment() into the input buffer */
  MOTCUA_OUTPUT = 2,  /* write out output_ptr()[0 .. output_size()) before the next call */
  MOTCUA_DONE = 3,    /* finish() returns the result */
  MOTCUA_PIECE = 4,   /* seal, divided: a plain piece is in output_ptr()[0 .. output_size()) */
  MOTCUA_BODY = 5     /* seal, divided: give the tail's result to seal_body() */
};

/* Sealing a dossier: shared/dossier/sealing_job.h has the plan's shape and the order of things.
 *
 *   job = motcua_seal_open(plan);
 *   while ((what = motcua_seal_next(job)) > 0 && what != MOTCUA_DONE)
 *     if (what == MOTCUA_INPUT) { read n <= wanted bytes; motcua_seal_input(job, n); }
 *     else write(motcua_seal_output_ptr(job), motcua_seal_output_size(job));
 *   answer = motcua_seal_finish(job);    motcua_seal_close(job);
 */
typedef struct motcua_seal_job motcua_seal_job;
MOTCUA_API motcua_seal_job* motcua_seal_open(const char* plan);
/* Bytes that the sealed file will have, known from the start; -1 when the plan was refused. */
MOTCUA_API double motcua_seal_size(const motcua_seal_job* job);
MOTCUA_API int motcua_seal_next(motcua_seal_job* job);
/* While MOTCUA_INPUT stands: which attachment (0-based, the plan's order), and the most bytes that
 * may be given now (at least 1; the buffer holds that many). The buffer moves: ask each time. */
MOTCUA_API int motcua_seal_attachment(const motcua_seal_job* job);
MOTCUA_API size_t motcua_seal_wanted(const motcua_seal_job* job);
MOTCUA_API uint8_t* motcua_seal_input_buffer(motcua_seal_job* job);
/* 0 = the attachment ended early, which fails the job. -> 0 or MOTCUA_FAILED */
MOTCUA_API int motcua_seal_input(motcua_seal_job* job, size_t size);
MOTCUA_API const uint8_t* motcua_seal_output_ptr(const motcua_seal_job* job);
MOTCUA_API size_t motcua_seal_output_size(const motcua_seal_job* job);
/* {"ok":{envelope:text, signature:text, size, header:hex64, body:hex64, commitment:hex64,
 *  manifest:text}} */
MOTCUA_API char* motcua_seal_finish(motcua_seal_job* job);
MOTCUA_API void motcua_seal_close(motcua_seal_job* job);

/* Sealing on two workers: the first reads, hashes and lays out the archive; the second has a tail,
 * which seals and hashes. The bytes are the same as with one.
 *
 *   first: answer = motcua_seal_divide(job) -> {"ok":{key:hex64, nonce:hex32}}, before the first
 *     next(); hand it to the second, wipe it. Then next() says MOTCUA_OUTPUT once, for the file's
 *     first bytes; MOTCUA_PIECE for each plain piece of MOTCUA_SEAL_PIECE bytes (the last may be
 *     shorter), which motcua_seal_piece() may seal in the first worker when the second lags; and at
 *     the end MOTCUA_BODY until motcua_seal_body() has the second's result.
 *   second: motcua_tail_open({key, nonce}); for each piece in order fill the input buffer, call
 *     motcua_tail_piece(job, size, last, sealed) -> MOTCUA_OUTPUT or MOTCUA_FAILED. The output is
 *     the sealed piece; of size 0 when the piece came sealed and is to be written as it came.
 *     motcua_tail_finish -> {"ok":{body:hex64}}. */
enum { MOTCUA_SEAL_PIECE = 1048576, MOTCUA_SEALED_PIECE = 1048832 };
MOTCUA_API char* motcua_seal_divide(motcua_seal_job* job);
MOTCUA_API int motcua_seal_last_piece(const motcua_seal_job* job);
MOTCUA_API int motcua_seal_piece(motcua_seal_job* job);
MOTCUA_API int motcua_seal_body(motcua_seal_job* job, const char* body);
typedef struct motcua_tail_job motcua_tail_job;
MOTCUA_API motcua_tail_job* motcua_tail_open(const char* request);
MOTCUA_API uint8_t* motcua_tail_input_buffer(motcua_tail_job* job);
MOTCUA_API int motcua_tail_piece(motcua_tail_job* job, size_t size, int last, int sealed);
MOTCUA_API const uint8_t* motcua_tail_output_ptr(const motcua_tail_job* job);
MOTCUA_API size_t motcua_tail_output_size(const motcua_tail_job* job);
MOTCUA_API char* motcua_tail_finish(motcua_tail_job* job);
MOTCUA_API void motcua_tail_close(motcua_tail_job* job);

/* Keeping an attachment on the device, encrypted under a fresh key, while hashing its plaintext.
 * open {name, size}: the file's own name and size. For each piece: fill the input buffer (at most
 * MOTCUA_KEEP_INPUT bytes), call input, write out the output. The first piece must be 16 bytes or
 * more unless the file is shorter. After the last piece call input once with 0, write its output.
 * finish -> {"ok":{hash:hex64, size, type, ext, secret:hex64, kept: size of the encrypted form}} */
enum { MOTCUA_KEEP_INPUT = 1048576 };
typedef struct motcua_keep_job motcua_keep_job;
MOTCUA_API motcua_keep_job* motcua_keep_open(const char* request);
MOTCUA_API uint8_t* motcua_keep_input_buffer(motcua_keep_job* job);
/* -> MOTCUA_OUTPUT (output may be of size 0), MOTCUA_DONE after the 0, or MOTCUA_FAILED; the output
 * of a MOTCUA_DONE must be written, too. */
MOTCUA_API int motcua_keep_input(motcua_keep_job* job, size_t size);
MOTCUA_API const uint8_t* motcua_keep_output_ptr(const motcua_keep_job* job);
MOTCUA_API size_t motcua_keep_output_size(const motcua_keep_job* job);
MOTCUA_API char* motcua_keep_finish(motcua_keep_job* job);
MOTCUA_API void motcua_keep_close(motcua_keep_job* job);

/* Reading it back: open {secret:hex64, size}; feed the encrypted form in pieces of at most
 * MOTCUA_KEEP_INPUT, take authenticated plaintext (at most 64 KiB more than came in); end with a 0.
 * MOTCUA_DONE = it is whole and of the size given; finish -> {"ok":{}}. Whose hash counts, sealing
 * checks it. */
typedef struct motcua_kept_job motcua_kept_job;
MOTCUA_API motcua_kept_job* motcua_kept_open(const char* request);
MOTCUA_API uint8_t* motcua_kept_input_buffer(motcua_kept_job* job);
MOTCUA_API int motcua_kept_input(motcua_kept_job* job, size_t size);
MOTCUA_API const uint8_t* motcua_kept_output_ptr(const motcua_kept_job* job);
MOTCUA_API size_t motcua_kept_output_size(const motcua_kept_job* job);
MOTCUA_API char* motcua_kept_finish(motcua_kept_job* job);
MOTCUA_API void motcua_kept_close(motcua_kept_job* job);

/* Opening a part of a sealed file without the rest. open {prefix:base64 of its first bytes (65,552
 * are always enough), size: of the file, identity}; size() is the plaintext's, -1 when refused.
 * Chunk n holds the plaintext from n * 65,536 on; its sealed form starts at offset(n) of the file
 * and is 65,552 bytes long, the last one shorter. Fill the input buffer, call chunk -> bytes of
 * plaintext in the output, or MOTCUA_FAILED. The last chunk of the file comes first: only it shows
 * that nothing was cut off. */
typedef struct motcua_part_job motcua_part_job;
MOTCUA_API motcua_part_job* motcua_part_open(const char* request);
MOTCUA_API double motcua_part_size(const motcua_part_job* job);
MOTCUA_API double motcua_part_offset(const motcua_part_job* job, double chunk);
MOTCUA_API uint8_t* motcua_part_input_buffer(motcua_part_job* job);
MOTCUA_API int motcua_part_chunk(motcua_part_job* job, double chunk, size_t size);
MOTCUA_API const uint8_t* motcua_part_output_ptr(const motcua_part_job* job);
MOTCUA_API char* motcua_part_finish(motcua_part_job* job);
MOTCUA_API void motcua_part_close(motcua_part_job* job);

/* Entropy: natively getrandom(2). In WebAssembly the module imports
 *     env.motcua_random(to: address, size) -> 0
 * which fills the bytes from crypto.getRandomValues; anything but 0 means that there is none, and
 * the call that wanted it fails. libsodium draws from the same import. */

/* ---- places ---------------------------------------------------------------------------------- */

/* The list of a pack (docs/formats/places.md). {pack: base64, key?: minisign public key's file,
 * signature: of that key, with "key" only} -> {version, hash: hex64, size, provinces, communes,
 * old}: counts. */
MOTCUA_API char* motcua_pack_read(const char* request);

/* A pack opened for looking places up. open {pack: base64, hash: hex64 that it must have}; a pack
 * that is refused gives a handle whose suggest says why.
 * suggest {text: what stands in a field for an address, most: 1..40} -> {version, old: the address
 * is of before July 2025, list: [{address, code, name, province_code, province, divided, old?}],
 * certain?: {code, name, province_code, province}} */
typedef struct motcua_places motcua_places;
MOTCUA_API motcua_places* motcua_places_open(const char* request);
MOTCUA_API char* motcua_places_suggest(const motcua_places* places, const char* request);
MOTCUA_API void motcua_places_close(motcua_places* places);

/* ---- deadlines ------------------------------------------------------------------------------- */

/* When dossiers are due (docs/deadlines.md). {calendar, office: objects (docs/formats/calendar.md),
 * dossiers: up to 1000 of {limit, received: time, pauses?: [{from, to?, why?: "supplement" |
 * "payment" | "stopped" | "other"}]} or {limit, history: [{status: 1..10, time}] (oldest first),
 * now: time, appointment?: {due: time on the receipt slip, given?: time, pauses before which are in
 * it}} with limit = {value: 1..1000, unit: "hours" | "working-days" | "days" | "months" |
 * "years", same_day_before?: "15:00"}
 * -> {answers: [{due?: time (none while the clock stands still), may_change, working: [steps]}]};
 * of a history also {outcome, reasons, received?, compared?, days?, seconds?, requests?,
 * appointment?: time that it was compared with, after pauses}; where it was never received only
 * outcome and reasons. */
MOTCUA_API char* motcua_deadline(const char* request);

#ifdef __cplusplus
}
#endif
