"""The JSON Schemas of docs/schemas: whatever `motcua lint` accepts of our catalogue passes them, and
what it refuses they refuse as well, but for rules that a schema cannot say."""
import copy
import json
import pathlib
import shutil
import tempfile

from harness import ROOT

SCHEMAS = ROOT / "docs" / "schemas"

# A record that nobody published.
OFFICIAL = {
    "format": "motcua.official/1", "code": "1.001193", "name": "Thủ tục thử", "source": "Bản ghi thử",
    "date": "2026-07-18", "agencies": ["Ủy ban thử"], "results": ["Giấy thử"],
    "methods": [{"channel": "online", "time": 1, "unit": "other", "fees": [{"value": 0}]}],
    "cases": [{"code": "1.001193.01", "name": "Thử", "time": 1, "unit": "days"}],
    "documents": [{"group": "Phải nộp", "name": "Giấy thử", "originals": 1, "copies": 0}],
    "notes": 2, "legal": ["1/2026/NĐ-CP"],
}

FILES = {
    "form": "forms/birth.json", "procedure": "procedures/1.001193.json",
    "procedures": "procedures/index.json", "search": "procedures/search.json", "places": "places/demo.json",
    "official": "official/1.001193.json", "calendar": "calendar/vn.json", "office": "calendar/office.json",
    "official": "official/1.001193.json", **{f"slip-{form}": f"slips/{form}.fixture.json" for form in
                                             ("01", "02", "03", "04", "05", "06", "07")},
}
ABSENT = object()


def at(data, path, value):
    """`value` put at a path; ABSENT takes away what stands there."""
    *way, last = path
    for step in way:
        data = data[step]
    if value is ABSENT:
        del data[last]
    else:
        data[last] = value


COMPONENT = ("components", 0)
TIME = ("times", 0)
FIELD = ("steps", 0, "groups", 0, "fields", 0)  # a choice
NAME = ("steps", 0, "groups", 1, "fields", 0)  # a name
OFF = ("years", 0, "days_off", 0)
SWAP = ("years", 0, "swaps", 0)
OWN = {"date": "2026-08-25", "name": {"vi": "Thử", "en": "Trial"}, "source": {"text": "Thử", "date": "2026-08-01"}}

# What, which document, where, what is put there.
BAD = [
    ("an unknown member", "form", ("more",), 1),
    ("another format", "form", ("format",), "motcua.form/2"),
    ("no title", "form", ("title",), ABSENT),
    ("a title that is text", "form", ("title",), "Khai sinh"),
    ("words in a third language", "form", ("title", "fr"), "Naissance"),
    ("a step without groups", "form", ("steps", 0, "groups"), []),
    ("an id with capitals", "form", ("steps", 0, "id"), "Child"),
    ("an id that is too long", "form", NAME + ("id",), "c" * 65),
    ("an unknown type", "form", NAME + ("type",), "telepathy"),
    ("an unknown operator", "form", NAME + ("required",), {"op": "maybe"}),
    ("a condition that is text", "form", NAME + ("required",), "yes"),
    ("not of a list", "form", NAME + ("required",), {"op": "not", "of": [True]}),
    ("and of nothing", "form", NAME + ("required",), {"op": "and", "of": []}),
    ("eq without a value", "form", NAME + ("required",), {"op": "eq", "field": "child.case"}),
    ("a comparison with a fraction", "form", NAME + ("required",),
     {"op": "eq", "field": "child.case", "value": 1.5}),
    ("before nothing", "form", NAME + ("required",), {"op": "before", "field": "child.birth"}),
    ("a day that is none", "form", NAME + ("required",),
     {"op": "before", "field": "child.birth", "than": "tomorrow"}),
    ("a term of two", "form", NAME + ("required",),
     {"op": "after", "field": "child.birth", "than": {"field": "child.birth", "date": "2026-01-01"}}),
    ("an age without bounds", "form", NAME + ("required",),
     {"op": "age", "field": "child.birth", "at": "today"}),
    ("a third sex of a number", "form", NAME + ("required",),
     {"op": "id-sex", "field": "requester.id", "sex": "any"}),
    ("bounds of a name", "form", NAME + ("min",), 1),
    ("options of a name", "form", NAME + ("options",), [{"value": "a", "label": {"vi": "A"}}]),
    ("a card that fills a name's fields", "form", NAME + ("card",), {"name": "child.name"}),
    ("a choice without options", "form", FIELD + ("options",), ABSENT),
    ("an option without a label", "form", FIELD + ("options", 0, "label"), ABSENT),
    ("no letters at all", "form", NAME + ("max_length",), 0),
    ("an initial answer that is null", "form", FIELD + ("initial",), None),
    ("a check without must", "form", NAME + ("checks",), [{"code": "a", "message": {"vi": "A"}}]),
    ("roles without a receiver", "form", ("roles", "receiving"), ABSENT),
    ("an unknown member", "procedure", ("fee", "vnd"), 0),
    ("no source", "procedure", ("source",), ABSENT),
    ("a source of no day", "procedure", ("source", "date"), "soon"),
    ("verified in words", "procedure", ("source", "verified"), "no"),
    ("no papers", "procedure", ("components",), []),
    ("a paper with an unknown need", "procedure", COMPONENT + ("need",), "maybe"),
    ("a paper whose id is too long", "procedure", COMPONENT + ("id",), "g" * 41),
    ("a conditional paper without its condition", "procedure", COMPONENT + ("when",), ABSENT),
    ("a condition without its words", "procedure", COMPONENT + ("condition",), ABSENT),
    ("a required paper with a condition", "procedure", COMPONENT + ("need",), "required"),
    ("a hundred originals", "procedure", COMPONENT + ("originals",), 100),
    ("a time of nothing", "procedure", TIME + ("value",), 0),
    ("a time in weeks", "procedure", TIME + ("unit",), "weeks"),
    ("a clock of 25 hours", "procedure", TIME + ("same_day_before",), "25:00"),
    ("the same day in hours", "procedure", TIME + ("unit",), "hours"),
    ("an unknown channel", "procedure", TIME + ("channels",), ["fax"]),
    ("a time without a source", "procedure", TIME + ("source",), ABSENT),
    ("a negative fee", "procedure", ("fees",), [{"vnd": -1, "source": {"text": "a", "date": "2026-07-01"}}]),
    ("a case without a condition", "procedure", ("cases", 0, "when"), ABSENT),
    ("five questions", "procedure", ("questions",), ["a", "b", "c", "d", "e"]),
    ("a question asked twice", "procedure", ("questions",), ["child.case", "child.case"]),
    ("an alias that is a number", "search", ("procedures", 0, "aliases"), [7]),
    ("words to pass over in one text", "search", ("fillers",), "xin"),
    ("no life events", "procedures", ("life_events",), ABSENT),
    ("an unknown member", "procedures", ("procedures", 0, "price"), 1),
    ("a later version of no day", "procedures", ("procedures", 0, "next"),
     [{"version": "later", "form": "birth/2"}]),
    ("a name that is a number", "procedures", ("procedures", 0, "name"), 7),
    ("a unit's code of four digits", "places", ("units", 0, "code"), "9990"),
    ("an unknown kind of unit", "places", ("units", 0, "kind"), "district"),
    ("a province without a name", "places", ("provinces", 0, "name"), ABSENT),
    ("a code that is a path", "official", ("code",), "../x"),
    ("an unknown channel", "official", ("methods", 0, "channel"), "ONLINE"),
    ("a time in words", "official", ("methods", 0, "time"), "soon"),
    ("a document without a name", "official", ("documents", 0, "name"), ""),
    ("an unknown member", "official", ("documents", 0, "attachments"), []),
    ("no years", "calendar", ("years",), []),
    ("an unknown member", "calendar", OFF + ("because",), "so"),
    ("a year in words", "calendar", ("years", 0, "year"), "2025"),
    ("a year that is guessed", "calendar", ("years", 0, "state"), "guessed"),
    ("a year without a source", "calendar", ("years", 0, "source"), ABSENT),
    ("a year without days off", "calendar", ("years", 0, "days_off"), []),
    ("a day off without a name", "calendar", OFF + ("name",), ABSENT),
    ("a day off that is none", "calendar", OFF + ("date",), "Tết"),
    ("a day off that may be in force", "calendar", OFF + ("in_force",), "maybe"),
    ("a swap without its working day", "calendar", SWAP + ("work",), ABSENT),
    ("another format", "office", ("format",), "motcua.office/2"),
    ("no week", "office", ("week",), {}),
    ("an eighth day of the week", "office", ("week", "someday"), ["07:30-11:30"]),
    ("hours without an end", "office", ("week", "monday"), ["07:30"]),
    ("an hour that is none", "office", ("week", "monday"), ["07:30-24:30"]),
    ("five sessions a day", "office", ("week", "monday"),
     ["01:00-02:00", "03:00-04:00", "05:00-06:00", "07:00-08:00", "09:00-10:00"]),
    ("reception on no day", "office", ("reception_only",), ["someday"]),
    ("a cut-off of 25 hours", "office", ("cut_off",), "25:00"),
    ("an unknown end of a time", "office", ("due_at",), "noon"),
    ("no end of a time", "office", ("due_at",), ABSENT),
    ("a closed day without a source", "office", ("closed",), [{"date": "2026-08-25", "name": OWN["name"]}]),
    ("an own day without hours", "office", ("open",), [OWN]),
]

# The same for slips, which have a schema together.
BAD += [
    ("another format", "slip-01", ("format",), "motcua.slip/2"),
    ("an unknown form", "slip-01", ("form",), "08"),
    ("another form's number", "slip-01", ("form",), "02"),
    ("an unknown member", "slip-01", ("more",), 1),
    ("members of another form", "slip-01", ("hops",), []),
    ("no agency", "slip-01", ("agency",), ABSENT),
    ("an agency without a name", "slip-02", ("agency", "name"), ABSENT),
    ("a trial in words", "slip-03", ("demo",), "yes"),
    ("no dossier", "slip-04", ("submission",), ABSENT),
    ("a body that is none", "slip-05", ("body",), "ab"),
    ("nobody", "slip-01", ("person",), ABSENT),
    ("a name of two lines", "slip-01", ("person", "name"), "Trần\nGiang"),
    ("a name that runs backwards", "slip-01", ("person", "name"), "Trần \u202egnaiG"),
    ("a name of 201 letters", "slip-01", ("person", "name"), "a" * 201),
    ("no copies", "slip-01", ("papers", 0, "count"), 0),
    ("a paper of an unknown kind", "slip-01", ("papers", 0, "kind"), "scan"),
    ("a time in weeks", "slip-01", ("limit", "unit"), "weeks"),
    ("a result by messenger", "slip-01", ("way",), "messenger"),
    ("nothing to supplement", "slip-02", ("items",), []),
    ("an item without a reason", "slip-02", ("items", 0, "why"), ABSENT),
    ("an item of an unknown kind", "slip-02", ("items", 0, "kind"), "thing"),
    ("no reasons", "slip-03", ("reasons",), []),
    ("no way out", "slip-03", ("may",), []),
    ("a way out that is a number", "slip-03", ("may", 0), 7),
    ("no new day", "slip-04", ("new_due",), ABSENT),
    ("a day in words", "slip-04", ("due",), "tomorrow"),
    ("no stage", "slip-05", ("stage",), ABSENT),
    ("money as a number", "slip-05", ("money",), 5000),
    ("a person in a control sheet", "slip-06", ("person",), {"name": "A"}),
    ("no hand-over", "slip-06", ("hops",), []),
    ("a hand-over to nobody", "slip-06", ("hops", 0, "to"), ABSENT),
    ("an unknown result", "slip-06", ("hops", 0, "result"), "soon"),
    ("a dossier in the register's head", "slip-07", ("submission",), "482177305910"),
    ("an unknown state", "slip-07", ("rows", 0, "state"), "lost"),
    ("a row without a dossier", "slip-07", ("rows", 0, "submission"), ABSENT),
]

# What only lint can tell: it needs another place of the document, or counts.
BEYOND = [
    ("a circle of conditions", "form", ("steps", 0, "visible_if"), {"op": "present", "field": "filing.copies"}),
    ("two fields of one id", "form", NAME + ("id",), "child.case"),
    ("a role for no field", "form", ("roles", "receiving"), "nothing"),
    ("a list that is not there", "form", ("steps", 0, "groups", 1, "fields", 4, "options_from"), "planets"),
    ("the 31st of February", "form", ("source", "date"), "2026-02-31"),
    ("a case that is not there", "procedure", TIME + ("case",), "nothing"),
    ("a question that is no field", "procedure", ("questions",), ["nothing"]),
    ("a rule that ends before it begins", "procedure", ("fees",),
     [{"vnd": 1, "from": "2027-01-01", "until": "2026-01-01", "source": {"text": "a", "date": "2026-07-01"}}]),
    ("a life event that is not there", "procedures", ("procedures", 0, "life_event"), "nothing"),
    ("a wrong check digit", "slip-01", ("submission",), "482177305911"),
    ("the 30th of February", "slip-04", ("new_due",), "2026-02-30T00:00:00Z"),
    ("a register that ends before it begins", "slip-07", ("until",), "2026-10-01"),
    ("letters of more bytes than fit", "slip-01", ("person", "name"), "ệ" * 100),
    ("a unit of no province", "places", ("units", 0, "province"), "98"),
    ("a day of another year", "calendar", OFF + ("date",), "2026-01-03"),
    ("a day that stands there twice", "calendar", OFF + ("date",), "2025-01-28"),
    ("a make-up day in the week", "calendar", SWAP + ("work",), "2025-04-25"),
    ("a swapped weekend", "calendar", SWAP + ("off",), "2025-05-03"),
    ("years out of order", "calendar", ("years", 1, "year"), 2024),
    ("a day off without English", "calendar", OFF + ("name", "en"), ABSENT),
    ("a version that is no day", "calendar", ("version",), "new"),
    ("a session before the one before", "office", ("week", "monday"), ["13:30-17:00", "07:30-11:30"]),
    ("reception on a day without hours", "office", ("reception_only",), ["sunday"]),
    ("two closures of one day", "office", ("closed",), [OWN, OWN]),
]


def validators():
    try:
        import jsonschema  # Debian's python3-jsonschema, which the set-up for tests installs
    except ImportError:
        return None
    store = {path.as_uri(): json.loads(path.read_text()) for path in SCHEMAS.glob("*.json")}
    made = {}
    for uri, schema in store.items():
        jsonschema.Draft202012Validator.check_schema(schema)
        resolver = jsonschema.RefResolver(uri, schema, store=store)
        made[pathlib.PurePosixPath(uri).stem] = jsonschema.Draft202012Validator(schema, resolver=resolver)
    return made


def schema_of(name):
    """Which schema an asset has; fixtures and words have none."""
    folder, _, file = name.partition("/")
    if folder == "slips":
        return "slip" if file.endswith(".fixture.json") else None
    if file.endswith(".fixture.json"):
        return None
    if file in ("index.json", "search.json"):
        return {"index.json": "procedures", "search.json": "search"}[file]
    if folder == "calendar":
        return "office" if file.startswith("office") else "calendar"
    return {"forms": "form", "procedures": "procedure", "places": "places", "official": "official"}.get(folder)


class Judges:
    """Our assets in a folder of their own, where one file at a time is another."""

    def __init__(self, run, folder):
        self.run = run
        self.assets = pathlib.Path(folder) / "assets"
        shutil.copytree(ROOT / "assets", self.assets)
        (self.assets / "official").mkdir(exist_ok=True)
        (self.assets / FILES["official"]).write_text(json.dumps(OFFICIAL))
        self.schemas = validators()
        self.good = {kind: json.loads((self.assets / name).read_text()) for kind, name in FILES.items()}

    def lint(self):
        return self.run.motcua("lint", self.assets)

    def refused(self, kind, path, value):
        """(by the schema, by lint) when one thing of a document is changed."""
        data = copy.deepcopy(self.good[kind])
        at(data, path, value)
        place = self.assets / FILES[kind]
        place.write_text(json.dumps(data, ensure_ascii=False))
        told = self.lint()
        place.write_text(json.dumps(self.good[kind], ensure_ascii=False))
        return not self.schemas[kind.partition("-")[0]].is_valid(data), told.returncode == 1


def run_all(run):
    with tempfile.TemporaryDirectory() as folder:
        judges = Judges(run, folder)
        if not run.check("schemas: python3-jsonschema is there", judges.schemas is not None,
                         "(hint: /usr/bin/python3 -m setup --tests)"):
            return
        told = judges.lint()
        run.check("schemas: lint takes what they are compared on", told.returncode == 0, told.stdout.decode())
        for path in sorted(judges.assets.rglob("*.json")):
            name = str(path.relative_to(judges.assets))
            schema = schema_of(name)
            if schema is None:
                continue
            errors = [error.message for error in judges.schemas[schema].iter_errors(json.loads(path.read_text()))]
            run.check(f"schemas: {name}", not errors, errors[:2])
        for what, kind, path, value in BAD:
            by_schema, by_lint = judges.refused(kind, path, value)
            run.check(f"schemas: {kind} with {what}, by the schema", by_schema)
            run.check(f"schemas: {kind} with {what}, by lint", by_lint)
        for what, kind, path, value in BEYOND:
            by_schema, by_lint = judges.refused(kind, path, value)
            run.check(f"schemas: {kind} with {what}, by lint alone", by_lint and not by_schema,
                      f"(schema {by_schema}, lint {by_lint})")
