"""`motcua deadline`: the sentences of both languages, and what it does not understand."""
import json
import pathlib
import tempfile

from harness import ROOT

GOOD = ["--received", "2026-08-28T14:00+07:00", "--limit", "3wd"]


def said(run, *arguments):
    """(exit code, lines)"""
    told = run.motcua("deadline", *arguments)
    return told.returncode, (told.stdout + told.stderr).decode().splitlines()


def run_all(run):
    code, lines = said(run, *GOOD)
    run.check("deadline: in Vietnamese", code == 0 and "Hẹn trả kết quả: 17:00 thứ Hai 07/09/2026." in lines, lines)
    code, lines = said(run, *GOOD, "--lang", "en")
    run.check("deadline: in English", code == 0 and "Due: 17:00 on Monday 7 September 2026." in lines, lines)
    for received in ("2026-08-28T14:00", "2026-08-28T07:00Z", "2026-08-28T07:00:59Z"):
        code, lines = said(run, "--received", received, "--limit", "3wd")
        run.check(f"deadline: {received}", "Nhận hồ sơ lúc 14:00 thứ Sáu 28/08/2026." in lines, lines)
    code, lines = said(run, "--received", "2026-08-24T14:59", "--limit", "1wd", "--same-day-before", "15:00")
    run.check("deadline: the same day", lines[-2] == "Hẹn trả kết quả: 17:00 thứ Hai 24/08/2026.", lines)
    code, lines = said(run, *GOOD, "--pause", "2026-09-03T09:00/2026-09-04T09:00", "--pause", "2026-09-08T08:00/")
    run.check("deadline: it stands still", code == 0 and "còn 1 ngày làm việc" in lines[-2], lines)
    for unit in ("8h", "10d", "1m", "1y"):
        code, lines = said(run, "--received", "2026-08-28T14:00", "--limit", unit)
        run.check(f"deadline: {unit}", code == 0 and any(line.startswith("Hẹn trả") for line in lines), lines)

    with tempfile.TemporaryDirectory() as folder:
        calendar = json.loads((ROOT / "assets/calendar/vn.json").read_text())
        for day in calendar["years"][1]["days_off"]:
            day["in_force"] = True
        path = pathlib.Path(folder) / "calendar.json"
        path.write_text(json.dumps(calendar))
        code, lines = said(run, "--received", "2026-11-23T09:00", "--limit", "1wd", "--calendar", path)
        run.check("deadline: another calendar", "Hẹn trả kết quả: 17:00 thứ Tư 25/11/2026." in lines, lines)
        police = ROOT / "assets/calendar/office-commune-police.json"
        code, lines = said(run, "--received", "2026-08-08T09:00", "--limit", "1wd", "--office", police)
        run.check("deadline: another office", "Hẹn trả kết quả: 17:00 thứ Hai 10/08/2026." in lines, lines)
        path.write_text('{"format":"motcua.calendar/1"}')
        code, lines = said(run, *GOOD, "--calendar", path)
        run.check("deadline: a broken calendar", code == 1 and str(path) in lines[0], lines)

    for what, wrong in (("no time", ["--limit", "3wd"]), ("no limit", GOOD[:2]),
                        ("a time that is none", ["--received", "28/8/2026", "--limit", "3wd"]),
                        ("a zone that is another", ["--received", "2026-08-28T14:00+08:00", "--limit", "3wd"]),
                        ("a unit that is none", GOOD[:3] + ["3w"]), ("a number that is none", GOOD[:3] + ["wd"]),
                        ("a language that is none", [*GOOD, "--lang", "fr"]),
                        ("a pause that is none", [*GOOD, "--pause", "now"]),
                        ("a clock that is none", [*GOOD, "--same-day-before", "3pm"])):
        code, lines = said(run, *wrong)
        run.check(f"deadline: {what}", code == 2 and lines[0].startswith("motcua: "), (code, lines))
    code, lines = said(run, *GOOD[:3], "1001wd")
    run.check("deadline: too many days", code == 1, (code, lines))
