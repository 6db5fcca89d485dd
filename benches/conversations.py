"""The daily email about conversations for 1,000 people, and the pages of a conversation of 2,000 messages.

    python benches/conversations.py PATH_TO_WEFT

Makes the demo, gives its cohort 1,000 people more, whose morning it is, and ten topics with something new; then serves it, and waits
until everyone's email is written. Then measures pages of a topic with 2,000 messages.
"""
import datetime, http.cookiejar, json, os, socket, sqlite3, subprocess, sys, tempfile, time, urllib.request

weft, data, people = sys.argv[1], tempfile.mkdtemp(), 1000
subprocess.run([weft, "demo", "--now", "2025-03-20", "--data", data, "--no-serve"], check=True, stdout=subprocess.DEVNULL)
doors = {p["persona"]: p["sign_in"] for p in json.load(open(f"{data}/demo.json"))["people"]}
# An hour before the demo's moment, which is in the morning of New York.
now = int(datetime.datetime(2025, 3, 20, 13, tzinfo=datetime.timezone.utc).timestamp() * 1e6)
db = sqlite3.connect(f"{data}/weft.db")
(season,) = db.execute("SELECT id FROM season WHERE slug = 'rooted-leaders-2025'").fetchone()


def copy(table, where, **changed):
    columns = [c[1] for c in db.execute(f"PRAGMA table_info({table})")]
    row = dict(zip(columns, db.execute(f"SELECT * FROM {table} WHERE {where}").fetchone())) | changed
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))


(like,) = db.execute("SELECT person_id FROM member WHERE left_at IS NULL AND season_id = ? LIMIT 1", [season]).fetchone()
for n in range(people):
    person = f"person-{n:04}"
    copy("person", f"id = '{like}'", id=person, display_name=f"Person {n}", zone="America/New_York")
    copy("contact_point", f"person_id = '{like}' AND kind = 'email' AND until IS NULL", id=person, person_id=person,
         value=f"p{n}@example.org", norm=f"p{n}@example.org")
    copy("member", f"person_id = '{like}'", id=person, person_id=person, application_id=person)
(writer,) = db.execute("SELECT person_id FROM message LIMIT 1").fetchone()


def topic(title, messages, at):
    db.execute("INSERT INTO topic (id, season_id, place, place_id, title, title_key, at, messages, last_at, changes)"
               " VALUES (?, ?, 'cohort', ?, ?, ?, 1, ?, ?, 1)", [title, season, season, title, title, messages, at])
    for n in range(1, messages + 1):
        text = f"message number {n}, with a few words in it as people write them to each other"
        db.execute("INSERT INTO message (topic_id, n, person_id, text, search_key, mentioned, at) VALUES (?, ?, ?, ?, ?, '[]', ?)",
                   [title, n, writer, text, text, at])


for n in range(10):
    topic(f"topic-{n}", 3, now - 600_000_000)
topic("long", 2000, now - 86_400_000_000 * 9)
db.execute("UPDATE outbox SET state = 'expired', payload = '' WHERE state = 'waiting'")
db.commit()
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
process = subprocess.Popen([weft, "demo", "--now", "2025-03-20", "--data", data, "--listen", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
first, written, started = None, 0, time.time()
while written < people:
    time.sleep(0.05)
    (written,) = db.execute("SELECT COUNT(*) FROM outbox WHERE dedupe_key LIKE 'talk-digest:%'").fetchone()
    if written and first is None:
        first, before = time.time(), written
    if time.time() - started > 150:
        sys.exit(f"only {written} emails were written")
print(f"daily emails: {(written - before) / (time.time() - first):.0f} a second, so {people} in "
      f"{people * (time.time() - first) / (written - before):.1f} s, with 10 topics each")
base = f"http://localhost:{port}"
one = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
one.addheaders = [("sec-fetch-site", "same-origin")]
one.open(urllib.request.Request(doors["participant"].replace(doors["participant"].split("/demo/")[0], base), data=b"")).read()
time.sleep(5)


def cpu():
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


for name, path in [("the newest page of 2,000 messages", "long?to=end"), ("a page in the middle", "long?to=1000"),
                   ("the list", ""), ("a search", "search?q=number+77")]:
    path = f"/s/rooted-leaders-2025/conversations/{path}".rstrip("/")
    one.open(base + path).read()
    start = cpu()
    for _ in range(100):
        size = len(one.open(base + path).read())
    print(f"{name}: {(cpu() - start) * 10:.2f} ms CPU, {size / 1000:.1f} kB")
process.terminate()
