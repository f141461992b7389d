#include "shared/feedback/message.h"

#include "shared/codec/members.h"
#include "shared/slip/text_ok.h"
#include "shared/text/utf8.h"

namespace motcua::feedback {
namespace {

constexpr std::string_view format = "motcua.feedback-message/1";
constexpr std::size_t most_bytes = 6 * most_characters + 200;  // each may be written as \u0000

bool may_be_empty(Kind kind) { return kind == Kind::vote || kind == Kind::withdrawal; }

Status check(Kind kind, const Message& message) {
  const bool empty = message.text.find_first_not_of(" \n") == std::string::npos;
  if (!words_ok(message.text) || (empty && !may_be_empty(kind))) {
    return fail(Code::invalid, "the words of the feedback are not as they must be",
                "write 1 to 4,000 characters");
  }
  const bool fits = kind == Kind::vote ? message.vote >= 1 && message.vote <= 5 : message.vote == 0;
  if (!fits) return fail(Code::invalid, "only a vote has a vote, from 1 to 5");
  return {};
}

}  // namespace

bool words_ok(std::string_view text) {
  if (!text::is_utf8(text) || text::count_points(text) > most_characters) return false;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (!slip::text_ok(text.substr(0, end))) return false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return true;
}

Result<std::string> message_text(Kind kind, const Message& message) {
  if (auto status = check(kind, message); !status) return status.error();
  codec::Json json{{"format", format}, {"text", message.text}};
  if (kind == Kind::vote) json["vote"] = message.vote;
  return codec::json_canonical(json);
}

Result<Message> parse_message(Kind kind, std::string_view text) {
  auto json = codec::json_parse_canonical(text, {most_bytes, 2});
  if (!json) return json.error();
  codec::Members members(*json, "the feedback's message");
  members.require(members.text("format", 40) == format, "format");
  Message message;
  message.text = members.document("text", 4 * most_characters, 0);
  if (kind == Kind::vote) message.vote = static_cast<int>(members.integer("vote", 1, 5));
  if (auto status = members.finish(); !status) return status.error();
  if (auto status = check(kind, message); !status) return status.error();
  return message;
}

}  // namespace motcua::feedback
