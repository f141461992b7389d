#include "shared/record/directory.h"

#include <set>

#include "shared/codec/members.h"
#include "shared/places/national_list.h"
#include "shared/record/event.h"
#include "shared/record/time.h"
#include "shared/seal/recipient.h"

namespace motcua::record {
namespace {

constexpr std::int64_t day = 24 * 60 * 60;
constexpr std::int64_t lifetime = 7 * day;
constexpr std::int64_t clock_error = 10 * 60;
constexpr std::size_t max_units = 10'000;
constexpr std::int64_t max_witnesses = 32;
constexpr std::int64_t max_pack = 4 << 20;

std::int64_t read_time(codec::Members& members, std::string_view name) {
  auto time = parse_time(members.text(name, 20));
  if (!time) members.refuse(time.error());
  return time ? *time : 0;
}

sign::NoteVerifier read_vkey(codec::Members& members, std::string_view name) {
  auto key = sign::parse_vkey(members.text(name, 400));
  if (key) return *key;
  members.refuse(name);
  return {};
}

Result<DirectoryUnit> read_unit(const codec::Json& json) {
  codec::Members members(json, "a unit of the directory");
  DirectoryUnit unit;
  unit.code = members.text("code", 32);
  members.require(unit_code_ok(unit.code), "code");
  unit.read = members.text("read", 4000);
  auto recipient = seal::parse_recipient(unit.read);
  members.require(recipient && recipient->kind() == seal::Kind::hybrid, "read");
  unit.key = read_unit_key(members);
  members.require(unit.key.sign.name == unit.code, "sign");
  codec::Members name(members.object("name"), "a unit's name");
  name.text("vi", 300);
  if (auto status = name.finish(true); !status) members.refuse(status.error());
  if (auto status = members.finish(true); !status) return status.error();
  return unit;
}

WitnessPolicy read_witnesses(codec::Members& members) {
  codec::Members of(members.object("witnesses"), "the directory's witnesses");
  WitnessPolicy policy;
  for (const codec::Json& item : of.array("keys", max_witnesses, 1)) {
    const std::string* text = item.get_ptr<const std::string*>();
    auto key =
        sign::parse_vkey(text != nullptr ? std::string_view(*text) : "", sign::NoteKey::cosigner);
    if (!key) {
      of.refuse("keys");
      break;
    }
    for (const sign::NoteVerifier& other : policy.witnesses) {
      of.require(other.key != key->key && other.name != key->name, "keys");
    }
    policy.witnesses.push_back(*key);
  }
  policy.threshold = static_cast<std::size_t>(of.integer("threshold", 1, max_witnesses));
  of.require(policy.threshold <= policy.witnesses.size(), "threshold");
  if (auto status = of.finish(true); !status) members.refuse(status.error());
  return policy;
}

Result<Directory> read_directory(std::string_view text) {
  if (!text.ends_with('\n')) return fail(Code::invalid, "the directory is cut short");
  text.remove_suffix(1);
  auto json = codec::json_parse_canonical(text, {8u << 20, 16});
  if (!json) return json.error();
  Directory directory;
  directory.json = std::move(*json);
  codec::Members members(directory.json, "the directory");
  members.require(members.text("format", 40) == "motcua.directory/1", "format");
  directory.version = members.integer("version", 1, codec::json_max_integer);
  directory.issued = read_time(members, "issued");
  directory.expires = read_time(members, "expires");
  directory.demo = members.flag("demo");
  codec::Members log(members.object("log"), "the directory's log");
  directory.log = read_vkey(log, "key");
  log.require(log.text("origin", 255) == directory.log.name, "origin");
  if (auto status = log.finish(true); !status) members.refuse(status.error());
  if (members.has("witnesses")) directory.witnesses = read_witnesses(members);
  if (members.has("places")) {
    codec::Members places(members.object("places"), "the directory's list of places");
    places.require(places::list_version_ok(places.text("version", 32)), "version");
    places.hex<32>("hash");
    places.integer("size", 1, max_pack);
    if (auto status = places.finish(true); !status) members.refuse(status.error());
  }
  std::set<std::string> codes;
  for (const codec::Json& item : members.array("units", max_units)) {
    auto unit = read_unit(item);
    if (!unit) return unit.error();
    if (!codes.insert(unit->code).second) {
      return fail(Code::duplicate, "unit " + unit->code + " stands twice in the directory");
    }
    for (const FormerKey& former : unit->key.former) {
      members.require(former.until <= directory.issued, "units");
    }
    directory.units.push_back(std::move(*unit));
  }
  if (auto status = members.finish(true); !status) return status.error();
  return directory;
}

Status check_roots(const std::vector<sign::NoteVerifier>& roots) {
  if (roots.size() != 3 || roots[0].key == roots[1].key || roots[0].key == roots[2].key ||
      roots[1].key == roots[2].key) {
    return fail(Code::usage, "a directory is verified with three different root keys");
  }
  return {};
}

}  // namespace

Result<Directory> verify_directory(std::string_view note, const DirectoryTrust& trust) {
  if (auto status = check_roots(trust.roots); !status) return status.error();
  auto verified = sign::verify_note(note, trust.roots);
  if (!verified) return verified.error();
  if (verified->signers.size() < 2) {
    return fail(Code::signature, "the key directory has fewer than two valid root signatures",
                "do not send anything; load the portal again from its own address");
  }
  auto directory = read_directory(verified->text);
  if (!directory) return directory.error();
  if (directory->version < trust.last_version) {
    return fail(Code::refused, "the key directory is older than one seen before",
                "load it again; if it stays so, somebody holds back the newer one");
  }
  if (directory->issued > trust.now + clock_error) {
    return fail(Code::refused, "the key directory is from the future",
                "check the date and time of this device");
  }
  if (directory->expires <= directory->issued ||
      directory->expires - directory->issued > lifetime) {
    return fail(Code::refused, "the key directory claims to live longer than 7 days");
  }
  if (trust.now >= directory->expires + trust.grace_days * day) {
    return fail(Code::expired, "the key directory has expired",
                "connect to the network and load it again; check this device's date");
  }
  return directory;
}

}  // namespace motcua::record
