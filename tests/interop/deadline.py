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


def judge(run):
    """Whether it was in time. Received Mon 10/8/2026, five working days: due Mon 17/8 17:00."""
    late = ["--limit", "5wd", "--lang", "en", "--history", "1@2026-08-09T20:00,2@2026-08-10T09:00"]
    done = [*late, "--history", "9@2026-08-19T10:00"]

    def told(*arguments):
        """What comes after the days."""
        code, lines = said(run, *arguments)
        starts = [n for n, line in enumerate(lines) if line.startswith("The days off of 2026")]
        return lines[starts[0] + 1:] if code == 0 and starts else (code, lines)

    for name, arguments, wanted in (
            ("late", done, ["Late by 2 working days.",
                            "Counted until the result was there: 10:00 on Wednesday 19 August 2026.",
                            "The due time has passed."]),
            ("by the appointment", [*done, "--appointment", "2026-08-19T10:00"],
             ["Done on time.", "Counted until the result was there: 10:00 on Wednesday 19 August 2026.",
              "Compared with the time that the office promised: 10:00 on Wednesday 19 August 2026."]),
            ("later than it", [*done, "--appointment", "2026-08-19T09:59"],
             ["Late by 1 minute.", "Counted until the result was there: 10:00 on Wednesday 19 August 2026.",
              "Compared with the time that the office promised: 09:59 on Wednesday 19 August 2026.",
              "The due time has passed."]),
            ("not finished", [*late, "--now", "2026-08-17T17:00"],
             ["In process, within its time.", "Not finished, counted until now: 17:00 on Monday 17 August 2026."]),
            ("waiting for money", [*late, "--history", "payment-wanted@2026-08-12T10:00", "--now", "2026-12-01T09:00"],
             ["Stopped for now, within its time.", "Counted until the clock stopped: 10:00 on Wednesday 12 August 2026.",
              "The time when the clock stood still is left out."])):
        lines = told(*arguments)
        run.check(f"deadline: in time or late: {name}", lines == wanted, lines)
    waited = [*late, "--history", "5@2026-08-12T10:00,4@2026-08-13T10:00", "--now", "2026-08-15T17:00"]
    lines = told(*waited, "--appointment", "2026-08-14T17:00")
    run.check("deadline: a wait moves the appointment", lines[0] == "In process, within its time."
              and "the promised time moves to 17:00 on Saturday 15 August 2026." in lines[-1], lines)
    lines = told(*waited, "--appointment", "2026-08-14T17:00@2026-08-13T10:00")
    run.check("deadline: it was given after the wait", lines[-1] == "The due time has passed.", lines)
    code, lines = said(run, "--limit", "5wd", "--history", "1@2020-08-09T20:00")
    run.check("deadline: never received", code == 0 and lines == ["Chưa được tiếp nhận, nên chưa tính thời hạn."], lines)
    code, lines = said(run, *late)
    run.check("deadline: now is this moment", code == 0 and any(line.startswith("Late by ") for line in lines), lines)
    for what, wrong in (("no status", ["--history", "2026-08-10T09:00"]), ("no time", ["--history", "2"]),
                        ("a status that is none", ["--history", "11@2026-08-10T09:00"]),
                        ("a name that is none", ["--history", "lost@2026-08-10T09:00"]),
                        ("an empty place", ["--history", "2@2026-08-10T09:00,"]),
                        ("a receipt, too", [*late[4:], *GOOD[:2]]),
                        ("a pause, too", [*late[4:], "--pause", "2026-08-10T09:00/"]),
                        ("an appointment that is none", [*late[4:], "--appointment", "soon"]),
                        ("an appointment given never", [*late[4:], "--appointment", "2026-08-10T09:00@never"]),
                        ("a now that is none", [*late[4:], "--now", "soon"]),
                        ("an appointment of no history", [*GOOD[:2], "--appointment", "2026-08-10T09:00"]),
                        ("a reason that is none", [*GOOD[:2], "--pause", "weather@2026-08-10T09:00/"])):
        code, lines = said(run, "--limit", "5wd", *wrong)
        run.check(f"deadline: {what}", code == 2 and lines[0].startswith("motcua: "), (code, lines))
    code, lines = said(run, "--limit", "5wd", "--history", "2@2026-08-10T09:00,9@2026-08-09T09:00")
    run.check("deadline: a history that goes back", code == 1, (code, lines))


def run_help(run):
    for command in ("deadline", "proof", "event", "seal", "canon"):
        for arguments in ([command, "--help"], [command, "x", "--help"]):
            told = run.motcua(*arguments)
            text = told.stdout.decode()
            run.check(f"{' '.join(arguments)}", told.returncode == 0 and text.startswith(f"  motcua {command}")
                      and not told.stderr, told)
    told = run.motcua("canon", "--", "--help")
    run.check("-- --help is a file", told.returncode != 0 and not told.stdout, told)


def run_all(run):
    run_help(run)
    code, lines = said(run, *GOOD)
    run.check("deadline: in Vietnamese", code == 0 and "Hạn trả kết quả: 17:00 thứ Hai 07/09/2026." in lines, lines)
    code, lines = said(run, *GOOD, "--lang", "en")
    run.check("deadline: in English", code == 0 and "Due: 17:00 on Monday 7 September 2026." in lines, lines)
    for received in ("2026-08-28T14:00", "2026-08-28T07:00Z", "2026-08-28T07:00:59Z"):
        code, lines = said(run, "--received", received, "--limit", "3wd")
        run.check(f"deadline: {received}", "Nhận hồ sơ lúc 14:00 thứ Sáu 28/08/2026." in lines, lines)
    code, lines = said(run, "--received", "2026-08-24T14:59", "--limit", "1wd", "--same-day-before", "15:00")
    run.check("deadline: the same day", lines[-2] == "Hạn trả kết quả: 17:00 thứ Hai 24/08/2026.", lines)
    code, lines = said(run, *GOOD, "--pause", "2026-09-03T09:00/2026-09-04T09:00", "--pause", "2026-09-08T08:00/")
    run.check("deadline: it stands still", code == 0 and "còn 1 ngày làm việc" in lines[-2], lines)
    for unit in ("8h", "10d", "1m", "1y"):
        code, lines = said(run, "--received", "2026-08-28T14:00", "--limit", unit)
        run.check(f"deadline: {unit}", code == 0 and any(line.startswith("Hạn trả") for line in lines), lines)

    code, lines = said(run, *GOOD, "--lang", "en", "--pause", "payment@2026-09-03T09:00/")
    run.check("deadline: it waits for money", code == 0 and any("waiting for a payment" in line for line in lines), lines)
    judge(run)

    with tempfile.TemporaryDirectory() as folder:
        calendar = json.loads((ROOT / "assets/calendar/vn.json").read_text())
        for day in calendar["years"][1]["days_off"]:
            day["in_force"] = True
        path = pathlib.Path(folder) / "calendar.json"
        path.write_text(json.dumps(calendar))
        code, lines = said(run, "--received", "2026-11-23T09:00", "--limit", "1wd", "--calendar", path)
        run.check("deadline: another calendar", "Hạn trả kết quả: 17:00 thứ Tư 25/11/2026." in lines, lines)
        police = ROOT / "assets/calendar/office-commune-police.json"
        code, lines = said(run, "--received", "2026-08-08T09:00", "--limit", "1wd", "--office", police)
        run.check("deadline: another office", "Hạn trả kết quả: 17:00 thứ Hai 10/08/2026." in lines, lines)
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
