#pragma once
// Sealing a dossier in constant memory: plan -> signed manifest -> tar -> age file, piece by piece,
// with the attachments' bytes asked for one after the other. Byte-exact: docs/formats/dossier.md.
//
// The plan (JSON; unknown members are refused):
//   {"root":hex64, "draft":hex32, "time":"2026-11-22T05:00:00Z",
//    "key":hex32,                      idempotency key of the submission, random, kept with the
//    draft "channel":2,                      1 counter, 2 online, 3 post
//    "procedure":{"code":"1.001193","version":"2026-07-01"},
//    "form_json":"{\"form\":\"birth/1\",\"values\":{...}}",     text of form.json; made canonical
//    here "applicant":{"name":s,"id":s}, "submitter":{"name":s,"id":s}, "helper":null,
//    "assurance":"self", "units":{"list":"demo-1","receiving":"99901","competent":"99901"},
//    "recipients":["age1pq..."],       the units' read keys; the applicant's own is added, twins
//    removed
//    "attachments":[{"component":"giay-chung-sinh","title":"scan.pdf","type":"application/pdf",
//                    "hash":hex64,"size":n,"ext":"pdf"}],       at most 99, 50 MB each, 200 MB in
//                    all
//    "notices":[{"id":"privacy","version":1,"shown":time}],
//    "consents":[{"id":s,"version":1,"given":time}]}
//
// Everything in the file is known before the first attachment byte is read, so the total size is,
// too. A plan with the same root and draft gives the same keys, but never the same file: file key,
// nonce and encapsulations are fresh. Interrupted uploads resume from the stored file, never by
// sealing again.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "shared/dossier/sealing_tail.h"
#include "shared/random.h"

namespace motcua::dossier {

/// What the applicant's device keeps and sends once the file is whole.
struct Sealed {
  std::string envelope;    // canonical JSON, docs/formats/envelope.md
  std::string signature;   // text of its minisig file
  std::string manifest;    // canonical JSON, as it lies in the file
  std::uint64_t size = 0;  // of the sealed file
  std::string header;      // hex64
  std::string body;        // hex64
  std::string commitment;  // hex64
};

class SealingJob {
 public:
  enum class Next { input, output, piece, body, done, failed };

  /// Errors: invalid, too_large, refused (plan); io (no entropy).
  static Result<std::unique_ptr<SealingJob>> start(std::string_view plan_json, Random& random);
  ~SealingJob();
  SealingJob(const SealingJob&) = delete;
  SealingJob& operator=(const SealingJob&) = delete;

  /// Size of the sealed file in bytes.
  std::uint64_t size() const;

  /// What a SealingTail elsewhere needs. Asked before the first next(), it divides the work: the
  /// archive then comes out as `piece`s, and after the last one next() says `body` until
  /// set_body(). Code::usage later.
  struct Division {
    seal::PayloadKey key;
    ByteArray<seal::nonce_size> nonce{};
  };
  Result<Division> divide();

  /// Moves on. `output`: output() must be taken before the next call. `input`: give bytes first;
  /// asking again without giving any answers `input` again. `failed` and `done` stay. Only when
  /// divided: `piece`: output() is plain, its number and whether it is the last are below, and
  /// seal_piece() may seal it here; `body`: the tail's result is wanted.
  Next next();
  /// While next() said `input`: the attachment's index in the plan, and the most bytes it takes
  /// now. The input buffer is another place each time.
  std::size_t attachment() const;
  std::size_t wanted() const;
  std::span<std::uint8_t> input_buffer();
  /// The first `size` bytes of the input buffer are the attachment's next ones; 0 = it has ended
  /// early. Errors: mismatch (bytes are not those that were hashed when added), invalid (not asked
  /// for).
  Status input(std::size_t size);
  std::span<const std::uint8_t> output() const;
  /// While next() said `piece`.
  bool last_piece() const;
  /// output() is then the sealed form of the piece. Code::usage when there is no plain piece.
  Status seal_piece();
  /// While next() said `body`: what SealingTail::body() gave. Code::usage otherwise.
  Status set_body(const ByteArray<32>& body);
  /// After `done`: the result; after `failed`: why.
  Result<Sealed> finish() const;

 private:
  struct State;
  explicit SealingJob(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace motcua::dossier
