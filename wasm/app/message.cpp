#include "wasm/app/message.h"

#include <array>

#include "wasm/app/json_read.h"
#include "wasm/app/slip_form.h"

namespace motcua::app {
namespace {

using codec::Json;

constexpr std::size_t max_bytes = 16u << 20;

Message drafts(const Json& j) {
  msg::Drafts out{.reason = text_at(j, "reason")};
  for (const auto& item : array_at(j, "list"))
    if (item.is_object()) out.texts.push_back(text_at(item, "json"));
  out.damaged = array_at(j, "damaged").size();
  return out;
}

Message file_kept(const Json& j) {
  return msg::FileKept{.draft = text_at(j, "draft"),
                       .file = {.component = text_at(j, "component"),
                                .key = text_at(j, "key"),
                                .title = text_at(j, "title"),
                                .type = text_at(j, "type"),
                                .ext = text_at(j, "ext"),
                                .hash = text_at(j, "hash"),
                                .secret = text_at(j, "secret"),
                                .size = number_at(j, "size")}};
}

Message sealed(const Json& j) {
  return msg::Sealed{.draft = text_at(j, "draft"),
                     .file = {.envelope = text_at(j, "envelope"),
                              .signature = text_at(j, "signature"),
                              .file = text_at(j, "file"),
                              .body = text_at(j, "body"),
                              .size = number_at(j, "size")}};
}

Message accepted(const Json& j) {
  return msg::Accepted{.draft = text_at(j, "draft"),
                       .receipt = {.number = text_at(j, "number"),
                                   .proof = text_at(j, "proof"),
                                   .ack = text_at(j, "ack"),
                                   .salt = text_at(j, "salt"),
                                   .time = text_at(j, "time")}};
}

Message event_seen(const Json& j) {
  return msg::EventSeen{.number = text_at(j, "number"),
                        .event = {.sequence = number_at(j, "sequence"),
                                  .status = number_at(j, "status"),
                                  .state = text_at(j, "state"),
                                  .time = text_at(j, "time"),
                                  .unit = text_at(j, "unit"),
                                  .code = text_at(j, "code"),
                                  .text = text_at(j, "message_text"),
                                  .entry = number_at(j, "index"),
                                  .proof_code = text_at(j, "event_code"),
                                  .slip = slip_form(text_at(j, "message_text"))}};
}

PlaceFound place(const Json& j) {
  return {.address = text_at(j, "address"),
          .code = text_at(j, "code"),
          .name = text_at(j, "name"),
          .province = text_at(j, "province"),
          .old = text_at(j, "old"),
          .divided = flag_at(j, "divided")};
}

Message code_checked(const Json& j) {
  return msg::CodeChecked{.run = number_at(j, "run"),
                          .said = {.kind = text_at(j, "kind"),
                                   .submission = text_at(j, "submission"),
                                   .status = number_at(j, "status"),
                                   .state = text_at(j, "state"),
                                   .time = text_at(j, "time"),
                                   .unit = text_at(j, "unit"),
                                   .code = text_at(j, "code"),
                                   .expires = text_at(j, "expires"),
                                   .former = flag_at(j, "former"),
                                   .fetched = flag_at(j, "fetched")}};
}

Message places_found(const Json& j) {
  msg::PlacesFound out{.field = text_at(j, "field"), .text = text_at(j, "text")};
  for (const auto& item : array_at(j, "list"))
    if (item.is_object()) out.found.push_back(place(item));
  if (const auto certain = j.find("certain"); certain != j.end() && certain->is_object())
    out.certain = place(*certain);
  out.old = flag_at(j, "old");
  return out;
}

struct Decoder {
  std::string_view name;
  Message (*make)(const Json&);
};

const std::array decoders = {
    Decoder{"navigated",
            [](const Json& j) -> Message { return msg::Navigated{text_at(j, "path")}; }},
    Decoder{"load_failed",
            [](const Json& j) -> Message {
              return msg::LoadFailed{text_at(j, "as"), number_at(j, "status"), text_at(j, "code"),
                                     text_at(j, "message"), text_at(j, "hint")};
            }},
    Decoder{"drafts", drafts},
    Decoder{"saved", [](const Json& j) -> Message { return msg::Saved{text_at(j, "id")}; }},
    Decoder{"save_failed",
            [](const Json& j) -> Message {
              return msg::SaveFailed{text_at(j, "id"), text_at(j, "reason")};
            }},
    Decoder{"held",
            [](const Json& j) -> Message {
              return msg::Held{text_at(j, "draft"), text_at(j, "json")};
            }},
    Decoder{"held_elsewhere",
            [](const Json& j) -> Message { return msg::HeldElsewhere{text_at(j, "draft")}; }},
    Decoder{"asked_for",
            [](const Json& j) -> Message {
              return msg::AskedFor{text_at(j, "draft"), flag_at(j, "force")};
            }},
    Decoder{"draft_changed",
            [](const Json& j) -> Message {
              return msg::DraftChanged{text_at(j, "draft"), text_at(j, "json")};
            }},
    Decoder{"places_found", places_found},
    Decoder{"places_failed",
            [](const Json& j) -> Message { return msg::PlacesFailed{text_at(j, "field")}; }},
    Decoder{"dropped_beside", [](const Json&) -> Message { return msg::DroppedBeside{}; }},
    Decoder{"random",
            [](const Json& j) -> Message {
              return msg::RandomBytes{text_at(j, "as"), text_at(j, "hex")};
            }},
    Decoder{"random_failed",
            [](const Json& j) -> Message { return msg::RandomFailed{text_at(j, "as")}; }},
    Decoder{"file_progress",
            [](const Json& j) -> Message {
              return msg::FileProgress{text_at(j, "draft"),  text_at(j, "component"),
                                       text_at(j, "key"),    text_at(j, "title"),
                                       number_at(j, "done"), number_at(j, "total")};
            }},
    Decoder{"file_kept", file_kept},
    Decoder{"file_refused",
            [](const Json& j) -> Message {
              return msg::FileRefused{text_at(j, "draft"), text_at(j, "component"),
                                      text_at(j, "key"),   text_at(j, "title"),
                                      text_at(j, "code"),  text_at(j, "message"),
                                      text_at(j, "hint")};
            }},
    Decoder{"keys",
            [](const Json& j) -> Message {
              return msg::DossierKeys{text_at(j, "draft"), text_at(j, "follow")};
            }},
    Decoder{"keys_failed",
            [](const Json& j) -> Message {
              return msg::KeysFailed{text_at(j, "draft"), text_at(j, "code"), text_at(j, "message"),
                                     text_at(j, "hint")};
            }},
    Decoder{"seal_progress",
            [](const Json& j) -> Message {
              return msg::SealProgress{text_at(j, "draft"), number_at(j, "done"),
                                       number_at(j, "total"), number_at(j, "bytes_per_s")};
            }},
    Decoder{"sealed", sealed},
    Decoder{"seal_failed",
            [](const Json& j) -> Message {
              return msg::SealFailed{text_at(j, "draft"), text_at(j, "code"), text_at(j, "message"),
                                     text_at(j, "hint")};
            }},
    Decoder{"send_progress",
            [](const Json& j) -> Message {
              return msg::SendProgress{text_at(j, "draft"), text_at(j, "state"),
                                       number_at(j, "done"), number_at(j, "total")};
            }},
    Decoder{"accepted", accepted},
    Decoder{"send_failed",
            [](const Json& j) -> Message {
              return msg::SendFailed{text_at(j, "draft"), text_at(j, "code"), text_at(j, "message"),
                                     text_at(j, "hint")};
            }},
    Decoder{"sheet",
            [](const Json& j) -> Message {
              return msg::SheetMade{text_at(j, "sheet"), text_at(j, "code"), text_at(j, "qr"),
                                    number_at(j, "run")};
            }},
    Decoder{
        "sheet_sealed",
        [](const Json& j) -> Message {
          return msg::SheetSealed{text_at(j, "passphrase"), text_at(j, "age"), number_at(j, "run")};
        }},
    Decoder{"key_work_failed",
            [](const Json& j) -> Message {
              return msg::KeyWorkFailed{text_at(j, "as"), text_at(j, "code"), text_at(j, "message"),
                                        text_at(j, "hint"), number_at(j, "run")};
            }},
    Decoder{"opening",
            [](const Json& j) -> Message { return msg::Opening{number_at(j, "memory")}; }},
    Decoder{"records_waiting",
            [](const Json& j) -> Message {
              return msg::RecordsWaiting{text_at(j, "key"), text_at(j, "code"), text_at(j, "link"),
                                         text_at(j, "expires")};
            }},
    Decoder{"link_key",
            [](const Json& j) -> Message {
              return msg::LinkKey{text_at(j, "key"), text_at(j, "sheet")};
            }},
    Decoder{"records_fetched",
            [](const Json& j) -> Message { return msg::RecordsFetched{text_at(j, "text")}; }},
    Decoder{"sheet_read",
            [](const Json& j) -> Message {
              return msg::SheetRead{text_at(j, "root"), text_at(j, "draft"), text_at(j, "follow"),
                                    text_at(j, "number"), text_at(j, "body")};
            }},
    Decoder{"card_camera",
            [](const Json& j) -> Message { return msg::CardCamera{text_at(j, "state")}; }},
    Decoder{"card_text",
            [](const Json& j) -> Message { return msg::CardText{text_at(j, "text")}; }},
    Decoder{"sheet_laid",
            [](const Json& j) -> Message {
              return msg::SheetLaid{text_at(j, "of"), text_at(j, "sheet")};
            }},
    Decoder{"sheet_refused",
            [](const Json& j) -> Message {
              return msg::SheetRefused{text_at(j, "of"), text_at(j, "code"), text_at(j, "message"),
                                       text_at(j, "hint")};
            }},
    Decoder{"pdf_written",
            [](const Json& j) -> Message { return msg::PdfWritten{flag_at(j, "failed")}; }},
    Decoder{"code_checked", code_checked},
    Decoder{"code_refused",
            [](const Json& j) -> Message {
              return msg::CodeRefused{number_at(j, "run"), text_at(j, "code"),
                                      text_at(j, "message"), text_at(j, "hint")};
            }},
    Decoder{"notices",
            [](const Json& j) -> Message { return msg::NoticesAre{text_at(j, "state")}; }},
    Decoder{"event", event_seen},
    Decoder{
        "event_refused",
        [](const Json& j) -> Message {
          return msg::EventRefused{text_at(j, "number"), text_at(j, "code"), text_at(j, "message")};
        }},
    Decoder{"follow_state",
            [](const Json& j) -> Message {
              return msg::FollowState{text_at(j, "state"), text_at(j, "as_of")};
            }},
    Decoder{"log_alarm",
            [](const Json& j) -> Message {
              return msg::LogAlarm{text_at(j, "code"), text_at(j, "evidence")};
            }},
    Decoder{"filed",
            [](const Json& j) -> Message {
              return msg::Filed{text_at(j, "number"),    text_at(j, "envelope"),
                                text_at(j, "signature"), text_at(j, "proof"),
                                text_at(j, "ack"),       text_at(j, "time")};
            }},
    Decoder{"witnessed",
            [](const Json& j) -> Message {
              return msg::Witnessed{number_at(j, "size"), text_at(j, "at")};
            }},
    Decoder{"said",
            [](const Json& j) -> Message {
              return msg::SaidSeen{text_at(j, "number"), record_said(object_at(j, "said"))};
            }},
    Decoder{"answered",
            [](const Json& j) -> Message {
              return msg::AnswerSeen{text_at(j, "number"), record_answer(object_at(j, "answer"))};
            }},
    Decoder{"marked",
            [](const Json& j) -> Message {
              return msg::MarkSeen{text_at(j, "number"), record_mark(object_at(j, "mark"))};
            }},
    Decoder{"feedback_way",
            [](const Json& j) -> Message {
              return msg::FeedbackWay{text_at(j, "number"), text_at(j, "way"), text_at(j, "code"),
                                      text_at(j, "message"), text_at(j, "hint")};
            }},
    Decoder{"stated",
            [](const Json& j) -> Message {
              return msg::StatedNow{text_at(j, "number"), stated_of(j)};
            }},
};

}  // namespace

Message::Message(const Message&) = default;
Message::Message(Message&&) noexcept = default;
Message& Message::operator=(const Message&) = default;
Message& Message::operator=(Message&&) noexcept = default;
Message::~Message() = default;

std::shared_ptr<const Message::Any> Message::held(const Any* one) {
  return std::shared_ptr<const Any>(one);
}

Result<Report> decode(std::string_view text) {
  if (text.size() > max_bytes) return fail(Code::too_large, "this message is too long");
  // Not codec::json_parse: the browser's own reports may carry fractions, such as a speed.
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return fail(Code::invalid, "this message is not a JSON object");
  Report report{.now = text_at(json, "now"), .ms = number_at(json, "ms")};
  const auto name = text_at(json, "on");
  for (const auto& decoder : decoders)
    if (decoder.name == name) report.message = decoder.make(json);
  return report;
}

}  // namespace motcua::app
