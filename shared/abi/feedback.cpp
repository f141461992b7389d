// What applicants say about a dossier, what units answer, and by when they must.

#include "shared/feedback/feedback.h"

#include "shared/abi/course_members.h"
#include "shared/abi/dossier_members.h"
#include "shared/abi/log_members.h"
#include "shared/abi/note_keys.h"
#include "shared/codec/hash.h"
#include "shared/feedback/answer.h"
#include "shared/feedback/message.h"
#include "shared/motcua.h"
#include "shared/seal/dossier_keys.h"

using namespace motcua;
using namespace motcua::abi;

namespace {

Json to_json(const feedback::Feedback& of) {
  return Json{{"submission", of.submission}, {"number", of.number}, {"kind", kind_name(of.kind)},
              {"about", of.about},           {"time", of.time},     {"body", of.body},
              {"message", of.message}};
}

Json to_json(const feedback::Answer& of) {
  return Json{{"submission", of.submission},
              {"feedback", of.feedback},
              {"sequence", of.sequence},
              {"step", step_name(of.step)},
              {"time", of.time},
              {"unit", of.unit},
              {"body", of.body},
              {"message", of.message}};
}

Result<feedback::Feedback> read_feedback(const Json& json) {
  Members members(json, "the feedback");
  feedback::Feedback of;
  of.submission = members.text("submission", 12);
  of.number = read_count(members, "number");
  of.kind = read_kind(members);
  of.about = members.has("about") ? read_count(members, "about") : 0;
  of.time = members.text("time", 20);
  of.body = members.text("body", 64);
  if (members.has("message")) of.message = members.text("message", 64);
  if (auto status = members.finish(); !status) return status.error();
  return of;
}

Result<feedback::Answer> read_answer(const Json& json) {
  Members members(json, "the answer");
  feedback::Answer of;
  of.submission = members.text("submission", 12);
  of.feedback = read_count(members, "feedback");
  of.sequence = read_count(members, "sequence");
  of.step = read_step(members);
  of.time = members.text("time", 20);
  of.unit = members.text("unit", 32);
  of.body = members.text("body", 64);
  if (members.has("message")) of.message = members.text("message", 64);
  if (auto status = members.finish(); !status) return status.error();
  return of;
}

}  // namespace

char* motcua_feedback_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Json& json = members.object("feedback");
    auto root_bytes = members.hex<32>("root");
    const seal::Root root(root_bytes);
    codec::wipe(root_bytes);
    const auto draft = members.hex<16>("draft");
    if (auto status = members.finish(); !status) return status.error();
    auto of = read_feedback(json);
    if (!of) return of.error();
    auto text = feedback::feedback_text(*of);
    if (!text) return text.error();
    auto signature = feedback::sign_feedback(*text, draft, seal::dossier_keys(root, draft).sign);
    if (!signature) return signature.error();
    return Json{{"text", *text}, {"signature", *signature}};
  });
}

char* motcua_feedback_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string text = members.document("text", 4 << 10);
    const std::string signature = members.document("signature", 4 << 10);
    feedback::Applicant applicant;
    auto sign = sign::parse_public_key(members.text("sign", 56, 56));
    members.require(sign.ok(), "sign");
    applicant.draft = members.hex<16>("draft");
    const Known known(members);
    const AboutDossier about(members);
    if (auto status = members.finish(); !status) return status.error();
    applicant.sign = *sign;
    auto of = feedback::verify_feedback(text, signature, applicant);
    if (!of) return of.error();
    if (auto status = about.check(*of); !status) return status.error();
    if (auto status = check_said({of->number, of->kind, of->about}, known.course()); !status) {
      return status.error();
    }
    return to_json(*of);
  });
}

char* motcua_feedback_message_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const feedback::Kind kind = read_kind(members);
    feedback::Message message;
    message.text = members.document("text", 64 << 10, 0);
    if (members.has("vote")) message.vote = static_cast<int>(members.integer("vote", 1, 5));
    if (auto status = members.finish(); !status) return status.error();
    auto text = feedback::message_text(kind, message);
    if (!text) return text.error();
    return Json{{"text", *text}};
  });
}

char* motcua_feedback_message_read(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const feedback::Kind kind = read_kind(members);
    const std::string text = members.document("text", 64 << 10);
    if (auto status = members.finish(); !status) return status.error();
    auto message = feedback::parse_message(kind, text);
    if (!message) return message.error();
    Json json{{"text", message->text}};
    if (message->vote > 0) json["vote"] = message->vote;
    return json;
  });
}

char* motcua_answer_make(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const Json& json = members.object("answer");
    const sign::NoteSigner unit = read_signer(members, "key");
    if (auto status = members.finish(); !status) return status.error();
    auto of = read_answer(json);
    if (!of) return of.error();
    auto note = feedback::make_answer(*of, unit);
    if (!note) return note.error();
    return Json{{"note", *note}};
  });
}

char* motcua_answer_verify(const char* request) {
  return call(request, [](Members& members) -> Result<Json> {
    const std::string note = members.document("note", 64 << 10);
    const record::UnitKeys units = read_unit_keys(members, "keys");
    const auto index = read_index(members);
    const Known known(members);
    const AboutDossier about(members);
    if (auto status = members.finish(); !status) return status.error();
    auto of = feedback::verify_answer(note, units, index);
    if (!of) return of.error();
    if (auto status = about.check(*of); !status) return status.error();
    if (auto status = check_answered({of->feedback, of->sequence, of->step}, known.course());
        !status) {
      return status.error();
    }
    return to_json(*of);
  });
}
