// The rule engine on a form of 500 fields, for the benchmark: natively a program that prints its
// figures, in a browser a module whose calls the page times.

#include <chrono>
#include <string>

#include "shared/form/judge.h"
#include "shared/form/rejudge.h"

namespace {

using namespace motcua;

constexpr int steps = 10, groups = 10, fields = 5;

std::string words(const std::string& text) {
  return R"({"vi":")" + text + R"(","en":")" + text + R"("})";
}

std::string id_of(int step, int group, int field) {
  return "s" + std::to_string(step) + ".g" + std::to_string(group) + ".f" + std::to_string(field);
}

/// A group as forms have them: a choice that shows the rest, a name, a number with a date and a sex
/// that it is checked against.
std::string group_json(int step, int group) {
  const auto id = [&](int field) { return id_of(step, group, field); };
  const std::string shown = R"("visible_if":{"op":"eq","field":")" + id(0) + R"(","value":"a"})";
  const std::string label = R"("label":)" + words("Mục") + ",";
  std::string out = R"({"id":"s)" + std::to_string(step) + ".g" + std::to_string(group) +
                    R"(","legend":)" + words("Nhóm") + R"(,"fields":[)";
  out += R"({"id":")" + id(0) + R"(","type":"choice",)" + label +
         R"("required":true,"options":[{"value":"a","label":)" + words("A") +
         R"(},{"value":"b","label":)" + words("B") + R"(}]},)";
  out += R"({"id":")" + id(1) + R"(","type":"name",)" + label + shown + R"(,"required":true},)";
  out +=
      R"({"id":")" + id(2) + R"(","type":"date",)" + label + shown +
      R"(,"required":true,"checks":[{"code":"future","must":{"op":"not","of":{"op":"after","field":")" +
      id(2) + R"(","than":"today"}},"message":)" + words("Ngày") + "}]},";
  out += R"({"id":")" + id(3) + R"(","type":"choice",)" + label + shown +
         R"(,"options":[{"value":"male","label":)" + words("Nam") +
         R"(},{"value":"female","label":)" + words("Nữ") + "}]},";
  out += R"({"id":")" + id(4) + R"(","type":"personal-id",)" + label + shown +
         R"(,"checks":[{"code":"year","severity":"warning","must":{"op":"id-birth","field":")" +
         id(4) + R"(","birth":")" + id(2) + R"("},"message":)" + words("Năm") +
         R"(},{"code":"sex","severity":"warning","must":{"op":"id-sex","field":")" + id(4) +
         R"(","sex_field":")" + id(3) + R"("},"message":)" + words("Giới") + "}]}";
  return out + "]}";
}

std::string form_json() {
  const std::string party = R"({"name":"s0.g0.f1","id":"s0.g0.f4"})";
  std::string out =
      R"({"format":"motcua.form/1","id":"bench/1","title":)" + words("Đo") +
      R"(,"source":{"text":"đo","date":"2026-01-01","verified":false},"roles":{"applicant":)" +
      party + R"(,"receiving":"s0.g0.f1"},"steps":[)";
  for (int step = 0; step < steps; ++step) {
    out += (step ? "," : "") + (R"({"id":"s)" + std::to_string(step)) + R"(","title":)" +
           words("Bước") + R"(,"groups":[)";
    for (int group = 0; group < groups; ++group)
      out += (group ? "," : "") + group_json(step, group);
    out += "]}";
  }
  return out + "]}";
}

struct Bench {
  form::Schema schema;
  form::Values values;
  form::Date today{2026, 11, 22};
};

/// Every third number tells another year: warnings; every tenth group has an empty name: errors.
Bench make() {
  auto schema = form::parse_schema(form_json());
  if (!schema) return {};
  Bench bench{std::move(*schema), {}};
  for (int at = 0; at < steps * groups; ++at) {
    const auto id = [&](int field) { return id_of(at / groups, at % groups, field); };
    bench.values[id(0)] = std::string("a");
    if (at % 10) bench.values[id(1)] = std::string("Nguyễn Thị Thử");
    bench.values[id(2)] = std::string("1996-03-27");
    bench.values[id(3)] = std::string("female");
    bench.values[id(4)] = std::string(at % 3 ? "999196000012" : "999180000012");
  }
  return bench;
}

Bench& bench() {
  static Bench made = make();
  return made;
}

}  // namespace

extern "C" {

/// How many fields there are; 0 when the form could not be read.
__attribute__((used, visibility("default"))) int bench_fields() {
  int many = 0;
  for (const auto& step : bench().schema.steps)
    for (const auto& group : step.groups) many += static_cast<int>(group.fields.size());
  return many;
}

/// Changes one answer and judges again what it can reach; gives the number of all defects.
__attribute__((used, visibility("default"))) int bench_rejudge(int round) {
  auto& b = bench();
  static form::Rejudge again(b.schema);
  b.values["s5.g5.f1"] = std::string(round % 2 ? "Nguyễn Thị Thử" : "Trần Văn Thử");
  return static_cast<int>(again.judge(b.values, b.today).size());
}

/// The same by judging everything.
__attribute__((used, visibility("default"))) int bench_judge(int round) {
  auto& b = bench();
  b.values["s5.g5.f1"] = std::string(round % 2 ? "Nguyễn Thị Thử" : "Trần Văn Thử");
  return static_cast<int>(form::judge(b.schema, b.values, b.today).size());
}
}

#ifndef __EMSCRIPTEN__
#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

struct Timed {
  double median = 0, p95 = 0;
  int defects = 0;
};

Timed timed(int (*judge)(int)) {
  Timed out;
  std::vector<double> us;
  for (int round = 0; round < 2000; ++round) {
    const auto began = std::chrono::steady_clock::now();
    out.defects = judge(round);
    us.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began)
                     .count());
  }
  std::sort(us.begin(), us.end());
  out.median = us[us.size() / 2];
  out.p95 = us[us.size() * 95 / 100];
  return out;
}

}  // namespace

int main() {
  const int many = bench_fields();
  const Timed again = timed(bench_rejudge), whole = timed(bench_judge);
  std::printf("{\"fields\":%d,\"defects\":%d,\"us\":%.1f,\"p95_us\":%.1f,\"whole_us\":%.1f}\n",
              many, again.defects, again.median, again.p95, whole.median);
  return many == steps * groups * fields && again.defects == whole.defects ? 0 : 1;
}
#endif
