#pragma once
// A person in front of the application, and the browser behind it. The person finds things by role
// and label only; the browser loads the project's own assets, keeps drafts, answers with keys and
// random bytes, and leaves files, sealing, sending and following to the test.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "shared/codec/json.h"
#include "wasm/app/app.h"

namespace motcua::test {

using codec::Json;

/// What survives a reload: the drafts on the device.
using Device = std::map<std::string, std::string>;

class Person {
 public:
  explicit Person(Device& device) : device_(device) {}

  // --- the browser
  void open(std::string_view path = "/", std::string_view lang = "vi");
  /// A report of the browser.
  void tell(Json report);
  bool directory_reachable = true;
  Json office;  // hours of its own that the directory gives to the commune; null: the usual ones
  bool can_save = true;
  bool elsewhere = false;  // another tab holds every draft
  /// Names of assets that fail to load.
  std::vector<std::string> broken;
  /// Assets by path that are others than in assets/.
  std::map<std::string, std::string> instead;
  /// Codes of public records that an operator has put there.
  std::vector<std::string> official;
  /// Beginnings of the names of assets that come only when come() is called.
  std::vector<std::string> late;
  void come();
  int random = 0;  // where its random bytes begin: another device begins elsewhere
  std::string now = "2026-11-22T07:02:00Z";

  // --- what the application asked for since the last forget()
  template <class E>
  std::vector<E> asked() const {
    std::vector<E> out;
    for (const auto& effect : effects_)
      if (const auto* e = std::get_if<E>(&effect.any())) out.push_back(*e);
    return out;
  }
  void forget() { effects_.clear(); }
  /// The path in the address bar.
  std::string path;
  std::string focused() const;  // name of the node that has the focus
  std::string heard() const;    // the last announcement

  // --- the person; every call fails the test when there is no such thing
  void press(std::string_view label);  // a button, a link or a row of a list
  void type(std::string_view label, std::string_view text);
  void leave(std::string_view label);
  void date(std::string_view legend, std::string_view d, std::string_view m, std::string_view y);
  void choose(std::string_view label, std::string_view option);  // select or radio
  void tick(std::string_view label, bool on = true);
  void attach(std::string_view label);
  void back(std::string_view to);  // the browser's Back button

  bool sees(std::string_view words) const;
  bool sees(ui::Role role, std::string_view label) const;
  std::string title() const;  // the first heading
  std::string value(std::string_view label) const;
  std::string page() const { return app_.view().text(); }
  const ui::Tree& tree() const { return app_.view(); }
  const app::Model& model() const { return app_.model(); }
  /// Local id of the draft in the address.
  std::string draft() const { return app_.model().route.draft; }

 private:
  void take(app::Effects effects);
  std::string asset(const std::string& file) const;
  void carry_out(const app::Effect& effect);
  void act(const ui::Node* node, app::ActionKind kind, std::string_view text);
  const ui::Node* field(std::string_view label) const;
  const ui::Node* in_group(std::string_view legend, ui::Role role, std::string_view name) const;

  app::App app_;
  Device& device_;
  app::Effects effects_;
  std::vector<Json> answers_;
  std::vector<Json> waiting_;
  bool answering_ = false;
  ui::Id focus_ = ui::no_id;
};

/// The verified directory of the demo, as the executor hands it over.
std::string directory_text();
std::string read_asset(const std::string& path);
app::Words read_words(const std::string& lang);

/// Goes to the birth registration and starts a dossier.
void start_birth(Person& p);
/// Fills in its first step, and stays there.
void fill_child(Person& p);
/// From the first page to its second step.
void to_mother(Person& p);
/// Fills in every step of it; ends on the page of papers.
void fill_birth(Person& p);
/// Adds the file that the papers page asks for.
void add_certificate(Person& p, std::string_view title = "giấy chứng sinh.pdf");
/// From the papers page to the page where it is sealed, with the box ticked.
void go_to_seal(Person& p);
/// Presses the button and answers as the worker and the gateway do; ends on the receipt. Which unit
/// is competent stands in the sealed envelope, where it is said.
void seal_and_send(Person& p, std::string_view competent = {});
/// All of that, from the first page on.
void file_dossier(Person& p, std::string_view competent = {});

}  // namespace motcua::test
