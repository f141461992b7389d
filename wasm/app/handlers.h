#pragma once
// The parts of update(), one overload a message, by concern; and what they share.

#include "wasm/app/update.h"

namespace motcua::app {

// update_place.cpp: pages, language
void on(Model& m, Effects& out, const msg::Visit& e);
void on(Model& m, Effects& out, const msg::Navigated& e);
void on(Model& m, Effects& out, const msg::ChooseLanguage& e);
void on(Model& m, Effects& out, const msg::ChooseMode& e);
void on(Model& m, Effects& out, const msg::ChooseTheme& e);
/// One of `themes`; "auto" for anything else.
std::string known_theme(std::string_view choice);
void on(Model& m, Effects& out, const msg::TypeQuery& e);
void on(Model& m, Effects& out, const msg::PrintPage& e);

// update_load.cpp: what the pages need
void on(Model& m, Effects& out, const msg::LoadAgain& e);
void on(Model& m, Effects& out, const msg::Loaded& e);
void on(Model& m, Effects& out, const msg::LoadFailed& e);

// update_ahead.cpp: a procedure's page
void on(Model& m, Effects& out, const msg::AnswerAhead& e);
void on(Model& m, Effects& out, const msg::ForgetAhead& e);
void on(Model& m, Effects& out, const msg::OpenOfficial& e);
void on(Model& m, Effects& out, const msg::OpenWorking& e);

// update_draft.cpp: drafts come, are saved, go
void on(Model& m, Effects& out, const msg::Drafts& e);
void on(Model& m, Effects& out, const msg::StartDraft& e);
void on(Model& m, Effects& out, const msg::RandomBytes& e);
void on(Model& m, Effects& out, const msg::RandomFailed& e);
void on(Model& m, Effects& out, const msg::AskDelete& e);
void on(Model& m, Effects& out, const msg::DeleteDraft& e);
void on(Model& m, Effects& out, const msg::Saved& e);
void on(Model& m, Effects& out, const msg::SaveFailed& e);

// update_hold.cpp: several tabs
void on(Model& m, Effects& out, const msg::TakeDraft& e);
void on(Model& m, Effects& out, const msg::Held& e);
void on(Model& m, Effects& out, const msg::HeldElsewhere& e);
void on(Model& m, Effects& out, const msg::AskedFor& e);
void on(Model& m, Effects& out, const msg::DraftChanged& e);

// update_form.cpp: answers
void on(Model& m, Effects& out, const msg::Answer& e);
void on(Model& m, Effects& out, const msg::AnswerDate& e);
void on(Model& m, Effects& out, const msg::LeaveField& e);
void on(Model& m, Effects& out, const msg::FinishStep& e);
void on(Model& m, Effects& out, const msg::FixAnswer& e);

// update_card.cpp: a citizen card by camera or scanner
void on(Model& m, Effects& out, const msg::WantCard& e);
void on(Model& m, Effects& out, const msg::CloseCard& e);
void on(Model& m, Effects& out, const msg::CardCamera& e);
void on(Model& m, Effects& out, const msg::CardText& e);

// update_files.cpp: attachments
void on(Model& m, Effects& out, const msg::ChooseFiles& e);
void on(Model& m, Effects& out, const msg::DroppedBeside& e);
void on(Model& m, Effects& out, const msg::RemoveFile& e);
void on(Model& m, Effects& out, const msg::DismissRefusal& e);
void on(Model& m, Effects& out, const msg::FinishPapers& e);
void on(Model& m, Effects& out, const msg::FileProgress& e);
void on(Model& m, Effects& out, const msg::FileKept& e);
void on(Model& m, Effects& out, const msg::FileRefused& e);

// update_seal.cpp: check, confirm, seal
void on(Model& m, Effects& out, const msg::FinishReview& e);
void on(Model& m, Effects& out, const msg::Confirm& e);
void on(Model& m, Effects& out, const msg::SealAndSend& e);
void on(Model& m, Effects& out, const msg::EditAgain& e);
void on(Model& m, Effects& out, const msg::DossierKeys& e);
void on(Model& m, Effects& out, const msg::KeysFailed& e);
void on(Model& m, Effects& out, const msg::SealProgress& e);
void on(Model& m, Effects& out, const msg::Sealed& e);
void on(Model& m, Effects& out, const msg::SealFailed& e);

// update_send.cpp: send, receipt
void on(Model& m, Effects& out, const msg::SendProgress& e);
void on(Model& m, Effects& out, const msg::SendFailed& e);
void on(Model& m, Effects& out, const msg::Accepted& e);
void on(Model& m, Effects& out, const msg::SaveProof& e);

// update_keys.cpp: the keys of a filed dossier, kept elsewhere
void on(Model& m, Effects& out, const msg::ShowSheet& e);
void on(Model& m, Effects& out, const msg::HideSheet& e);
void on(Model& m, Effects& out, const msg::SaveSheet& e);
void on(Model& m, Effects& out, const msg::SealSheet& e);
void on(Model& m, Effects& out, const msg::SaveSigned& e);
void on(Model& m, Effects& out, const msg::SheetMade& e);
void on(Model& m, Effects& out, const msg::SheetSealed& e);

// update_move.cpp: records from device to device
void on(Model& m, Effects& out, const msg::SendRecords& e);
void on(Model& m, Effects& out, const msg::TypeFetch& e);
void on(Model& m, Effects& out, const msg::FetchRecords& e);
void on(Model& m, Effects& out, const msg::ReadSheet& e);
void on(Model& m, Effects& out, const msg::RecordsWaiting& e);
void on(Model& m, Effects& out, const msg::Opening& e);
void on(Model& m, Effects& out, const msg::LinkKey& e);
void on(Model& m, Effects& out, const msg::RecordsFetched& e);
void on(Model& m, Effects& out, const msg::SheetRead& e);
void on(Model& m, Effects& out, const msg::KeyWorkFailed& e);
/// The next of the unfinished records that wait for keys of their own gets these, as a new draft
/// does.
void adopt(Model& m, Effects& out, std::string_view hex);

// update_address.cpp: what an address can mean today
void on(Model& m, Effects& out, const msg::AddressKey& e);
void on(Model& m, Effects& out, const msg::ChoosePlace& e);
void on(Model& m, Effects& out, const msg::PlacesFound& e);
void on(Model& m, Effects& out, const msg::PlacesFailed& e);

// update_sheet.cpp: slips as sheets
void on(Model& m, Effects& out, const msg::ChoosePaper& e);
void on(Model& m, Effects& out, const msg::WritePdf& e);
void on(Model& m, Effects& out, const msg::SheetLaid& e);
void on(Model& m, Effects& out, const msg::SheetRefused& e);
void on(Model& m, Effects& out, const msg::PdfWritten& e);
/// Asks for the words of sheets, and for the sheet of the current page.
void settle_sheet(Model& m, Effects& out);

// update_verify.cpp: the code on a receipt
void on(Model& m, Effects& out, const msg::TypeCode& e);
void on(Model& m, Effects& out, const msg::CheckCode& e);
void on(Model& m, Effects& out, const msg::CodeChecked& e);
void on(Model& m, Effects& out, const msg::CodeRefused& e);
/// A code that was scanned is checked at once.
void take_code(Model& m, Effects& out, std::string text);

// update_follow.cpp: the record
void on(Model& m, Effects& out, const msg::NoticesAre& e);
void on(Model& m, Effects& out, const msg::WantNotices& e);
void on(Model& m, Effects& out, const msg::EventSeen& e);
void on(Model& m, Effects& out, const msg::EventRefused& e);
void on(Model& m, Effects& out, const msg::FollowState& e);
void on(Model& m, Effects& out, const msg::LogAlarm& e);
void on(Model& m, Effects& out, const msg::Filed& e);
void on(Model& m, Effects& out, const msg::Witnessed& e);
void on(Model& m, Effects& out, const msg::StatedNow& e);
/// Raises or takes back the alarm that units' statements give: what they stated may have come now.
void weigh_statements(Draft& draft);
void on(Model& m, Effects& out, const msg::SaveEvidence& e);

// update_feedback.cpp: what a person says about a filed dossier
void on(Model& m, Effects& out, const msg::ChooseFeedback& e);
void on(Model& m, Effects& out, const msg::TypeFeedback& e);
void on(Model& m, Effects& out, const msg::ChooseVote& e);
void on(Model& m, Effects& out, const msg::SendFeedback& e);
void on(Model& m, Effects& out, const msg::ShowWorking& e);
void on(Model& m, Effects& out, const msg::FeedbackWay& e);
void on(Model& m, Effects& out, const msg::SaidSeen& e);
void on(Model& m, Effects& out, const msg::AnswerSeen& e);
/// Takes a stored text when it is words on their way to a unit; false when it is something else.
bool take_saying(Model& m, std::string_view text);
/// Whether the record that is gone from the device, by this id, was one of words on their way. What
/// came from another tab is gone here as well; what is written here is stored again.
bool drop_saying(Model& m, Effects& out, std::string_view id);
/// Sends what was on its way to a unit when the page was left.
void resume_feedback(Model& m, Effects& out);
/// Asks by when units must answer, for the page that shows it.
void settle_feedback(Model& m);

// update_marks.cpp: payment, delivery, synchronisation
void on(Model& m, Effects& out, const msg::MarkSeen& e);

/// Goes to a path of the application: a new history entry, or instead of the current one.
void go(Model& m, Effects& out, std::string_view path, bool replace = false);
/// Asks for whatever the current page needs and leads away from pages that cannot be shown. Called
/// after every message.
void settle(Model& m, Effects& out);
/// Asks for a text unless it is here, on its way, or has failed.
void want(Model& m, Effects& out, const std::string& path, const std::string& as);
/// Saves a draft after a change of its content.
void save(Model& m, Effects& out, Draft& draft);
/// The same without a new time of change.
void store(Model& m, Effects& out, const Draft& draft);
/// Asks for the right to change a draft unless this was done before.
void want_hold(Model& m, Effects& out, const Draft& draft);
/// Lets the drafts go that other tabs wait for, as soon as nothing is under way with them here.
void let_go(Model& m, Effects& out);
/// Nothing of this draft stays in the model.
void remove_traces(Model& m, const std::string& id);
/// What failed of the work for the keys' page.
void keys_failed(Model& m, Effects& out, const msg::KeyWorkFailed& e);
/// Where an answer is the code of a citizen card: spreads it over the fields that it fills.
bool take_card(Model& m, Effects& out, Draft& draft, const form::Field& field);
/// How an address came to stand in its field: by letters, all at once, or as it stood before.
enum class Came { typed, filled, before };
/// Asks what an address can mean, as it stands.
void ask_places(Model& m, Effects& out, Draft& draft, const form::Field& field, Came came);
/// The field for an address is left.
void leave_address(Model& m, Effects& out, Draft& draft, const form::Field& field);
/// Ends the wait for a card once its field cannot be answered here any more.
void leave_card(Model& m, Effects& out);
/// What is shown as wrong shrinks as it is mended, and never grows while a person types.
void recheck(Model& m, const Draft& draft);
/// Asks for the random bytes of a new draft's secrets; `as` comes back with them.
void ask_secrets(Effects& out, std::string as);
/// ask_secrets() so named is answered by adopt().
inline constexpr std::string_view adoption = "adopt:";
/// Gives a draft its id and secrets from those bytes.
void take_secrets(Draft& draft, std::string_view hex);
/// Starts, widens or leaves alone the stream of events.
void follow(Model& m, Effects& out);
/// Tells of an event by the browser's notification, where the person wished for it.
void notify(Model& m, Effects& out, std::string news);
/// Hands the sealed file of a draft to the sender; doing so twice is harmless.
void send(Model& m, Effects& out, const Draft& draft);
/// Goes on with sealing once keys and directory are there.
void proceed_to_seal(Model& m, Effects& out, Draft& draft);
/// Shows defects of a place and puts the focus on their summary.
void show_defects(Model& m, Effects& out, const Draft& draft, std::string_view place,
                  std::vector<form::Defect> defects);
/// The draft with this local id that is not sealed or being sealed, or nullptr.
Draft* unsealed(Model& m, std::string_view id);
/// The same if this tab may change it.
Draft* editable(Model& m, std::string_view id);
/// The current route's draft, if it can still be edited.
Draft* editable_here(Model& m);

}  // namespace motcua::app
