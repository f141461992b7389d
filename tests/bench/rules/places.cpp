// The national list at full size, for the benchmark: `places [FOLDER [PACK]]` makes the pack of the
// three tables of FOLDER, prints its size, how long loading takes and how long an answer takes
// while somebody types, as JSON; PACK is written, so that its compressed size can be taken.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

#include "shared/places/gazetteer.h"
#include "shared/places/import.h"
#include "shared/places/name_words.h"
#include "shared/text/utf8.h"

namespace {

using namespace motcua;
using Clock = std::chrono::steady_clock;

constexpr int loads = 21, rounds = 5;

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

double since(Clock::time_point start) {
  return std::chrono::duration<double, std::micro>(Clock::now() - start).count();
}

double at(std::vector<double> times, double part) {
  std::sort(times.begin(), times.end());
  return times[static_cast<std::size_t>(part * static_cast<double>(times.size() - 1))];
}

std::string plain(const std::string& name) {
  std::string out;
  for (const places::NameWord& word : places::name_words(name)) {
    out += (out.empty() ? "" : " ") + word.plain;
  }
  return out;
}

/// Everything that stands in the field while names are typed, letter after letter: of a commune
/// with its marks, of an old ward with its district without them.
std::vector<std::string> typed(const places::Gazetteer& places) {
  std::vector<std::string> names;
  const auto& list = places.list();
  for (std::uint32_t row = 0; row < list.communes.size(); row += 83) {
    names.push_back(list.text(list.communes[row].name));
  }
  for (std::uint32_t row = 0; row < list.old_wards.size(); row += 251) {
    const places::OldUnit old = places.old_ward(row);
    names.push_back(plain(old.ward + " " + old.district));
  }
  std::vector<std::string> out;
  for (const std::string& name : names) {
    for (std::size_t n = 1; n <= text::count_points(name); ++n) {
      out.emplace_back(text::first_points(name, n));
    }
  }
  return out;
}

}  // namespace

int main(int count, char** values) {
  const std::string folder = count > 1 ? values[1] : "../shared/domain/places";
  const std::string provinces = content(folder + "/provinces_34.csv"),
                    communes = content(folder + "/communes_3321.csv"),
                    old = content(folder + "/old_to_new_10602.csv");
  const auto list = places::import_list({provinces, communes, old, "2025-07-01/2026-04-30", {}});
  if (!list) {
    std::fprintf(stderr, "places: %s\n", list.error().message.c_str());
    return 1;
  }
  const Bytes pack = places::write_pack(*list);
  if (count > 2) {
    std::ofstream(values[2], std::ios::binary)
        .write(reinterpret_cast<const char*>(pack.data()),
               static_cast<std::streamsize>(pack.size()));
  }

  std::vector<double> load, search;
  for (int i = 0; i < loads; ++i) {
    const auto start = Clock::now();
    const auto places = places::Gazetteer::open(pack);
    load.push_back(since(start) / 1000);
    if (!places) return 1;
  }
  const auto places = places::Gazetteer::open(pack);
  const auto queries = typed(*places);
  std::size_t hits = 0;
  for (int round = 0; round < rounds; ++round) {
    for (const std::string& query : queries) {
      const auto start = Clock::now();
      hits += places->search(query).size();
      search.push_back(since(start));
    }
  }
  std::printf(
      "{\"pack_bytes\": %zu, \"load_ms\": %.2f, \"queries\": %zu, \"hits\": %zu, "
      "\"search_us_median\": %.0f, \"search_us_p95\": %.0f, \"search_us_most\": %.0f}\n",
      pack.size(), at(load, 0.5), queries.size(), hits, at(search, 0.5), at(search, 0.95),
      at(search, 1));
  return 0;
}
