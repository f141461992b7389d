#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

#include "shared/cli/system.h"

namespace motcua::cli {
namespace {

constexpr std::size_t max_passphrase = 1024;

// The terminal itself, whatever the standard streams are; echo is off while it lives.
class QuietTerminal {
 public:
  QuietTerminal() : fd_(::open("/dev/tty", O_RDWR | O_CLOEXEC)) {
    if (fd_ < 0 || ::tcgetattr(fd_, &before_) != 0) return;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(fd_, TCSAFLUSH, &quiet) == 0;
  }
  QuietTerminal(const QuietTerminal&) = delete;
  QuietTerminal& operator=(const QuietTerminal&) = delete;
  ~QuietTerminal() {
    if (changed_) ::tcsetattr(fd_, TCSAFLUSH, &before_);
    if (fd_ >= 0) ::close(fd_);
  }

  bool ok() const { return changed_; }

  bool show(const std::string& text) {
    return ::write(fd_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }

  codec::SecretText read_line() {
    std::string line;
    line.reserve(max_passphrase);  // never moved, so that no copy is left behind
    char c = 0;
    while (line.size() < max_passphrase && ::read(fd_, &c, 1) == 1 && c != '\n') line += c;
    show("\n");
    return codec::SecretText(std::move(line));
  }

 private:
  int fd_;
  termios before_{};
  bool changed_ = false;
};

}  // namespace

Result<codec::SecretText> ask_passphrase(std::string_view what, bool confirm) {
  const auto empty = [] { return fail(Code::usage, "the passphrase is empty"); };
  if (const char* given = std::getenv("MOTCUA_PASSPHRASE"); given != nullptr) {
    if (*given == '\0') return empty();
    return codec::SecretText(given);
  }
  QuietTerminal terminal;
  if (!terminal.ok()) {
    return fail(Code::usage, "there is no terminal to ask for the passphrase",
                "set MOTCUA_PASSPHRASE");
  }
  terminal.show(std::string(what) + ": ");
  auto first = terminal.read_line();
  if (first.empty()) return empty();
  if (confirm) {
    terminal.show("The same again: ");
    if (terminal.read_line().view() != first.view()) {
      return fail(Code::usage, "the two passphrases differ", "try again");
    }
  }
  return first;
}

}  // namespace motcua::cli
