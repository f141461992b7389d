#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "shared/cli/all.h"
#include "shared/cli/files.h"
#include "shared/cli/options.h"
#include "shared/cli/system.h"
#include "shared/seal/recovery.h"
#include "shared/sign/minisign_secret.h"

namespace motcua::cli {
namespace {

Status write_file(const std::string& path, std::string_view text) {
  auto output = Output::open(path, {.owner_only = true, .keep_existing = true});
  if (!output) return output.error();
  if (auto status = output->write(text); !status) return status;
  return output->commit();
}

Status run(const Arguments& arguments) {
  constexpr OptionSpec specs[] = {{"o", true}};
  const auto options = Options::parse(arguments, specs, 0, 1);
  if (!options) return options.error();
  const auto folder = options->one("o");
  if (!folder) return fail(Code::usage, "no folder is named for the keys", "name one with -o");
  const auto text = read_whole(options->position(0), 16u << 10);
  if (!text) return text.error();
  const auto recovery = seal::read_recovery(text->view());
  if (!recovery) return recovery.error();
  const auto keys = seal::dossier_keys(recovery->root, recovery->draft);
  if (::mkdir(folder->c_str(), 0700) != 0) {
    return fail(Code::io, "can not make the folder " + *folder + ": " + std::strerror(errno),
                "name a folder that is not there yet");
  }
  auto status =
      write_file(*folder + "/identity.txt", seal::identity_file(keys.read, utc_now()).view());
  if (status) {
    status = write_file(*folder + "/minisign.key", sign::secret_key_file(keys.sign).view());
  }
  if (status) {
    status =
        write_file(*folder + "/minisign.pub", sign::public_key_file(sign::public_key(keys.sign)));
  }
  if (!status) return status;
  std::printf("age -d -i %s/identity.txt DOSSIER.age\nminisign -S -s %s/minisign.key -m FILE\n",
              folder->c_str(), folder->c_str());
  return {};
}

}  // namespace

const Command recover_command = {"recover", "recover -o FOLDER [SHEET]",
                                 "the keys of a recovery sheet or its code, as files for age and "
                                 "minisign",
                                 run};

}  // namespace motcua::cli
