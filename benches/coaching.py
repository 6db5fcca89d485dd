"""CPU of the pages of appointments and coaching, with a coach who has 60 sessions ahead.

    python benches/coaching.py PATH_TO_WEFT

Makes the demo, writes the sessions into its data file, then reads /proc.
"""
import glob, http.cookiejar, json, os, re, socket, sqlite3, subprocess, sys, tempfile, urllib.request

weft, data = sys.argv[1], tempfile.mkdtemp()
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
process = subprocess.Popen([weft, "demo", "--now", "2025-03-20", "--data", data, "--listen", f"127.0.0.1:{port}"], stdout=subprocess.PIPE, text=True)
for line in process.stdout:
    if "Weft demo on" in line:
        break
doors = {p["persona"]: p["sign_in"] for p in json.load(open(f"{data}/demo.json"))["people"]}
base, season = f"http://localhost:{port}", "/s/rooted-leaders-2025"


def browser(persona):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    opener.addheaders = [("sec-fetch-site", "same-origin")]
    opener.open(urllib.request.Request(doors[persona], data=b"")).read()
    return opener


def cpu():
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name, opener, path, n=300):
    opener.open(base + path).read()
    before = cpu()
    for _ in range(n):
        size = len(opener.open(base + path).read())
    print(f"{name}: {(cpu() - before) / n * 1000:.2f} ms CPU, {size / 1000:.1f} kB")


db = sqlite3.connect(glob.glob(f"{data}/*.db")[0], timeout=30)
of, coach = db.execute("SELECT season_id, person_id FROM coach").fetchone()
guests = [g for (g,) in db.execute("SELECT person_id FROM member WHERE season_id = ? AND left_at IS NULL", (of,))]
start = 1743426000 * 1_000_000
for n in range(60):
    at = start + (n // 2 * 24 + n % 2 * 2) * 3600 * 1_000_000
    db.execute(
        "INSERT INTO appointment (id, season_id, host_id, guest_id, starts_at, minutes, zone, place, change_until, sequence, moves, booked_at, kind)"
        " VALUES (?, ?, ?, ?, ?, 60, 'America/New_York', '', 24, 0, 0, 1, 'coaching')",
        (f"bench-{n}", of, coach, guests[n % len(guests)], at),
    )
db.commit()
member, lead, one = browser("participant"), browser("program-lead"), browser("coach")
hosts = re.findall(r"appointments/with/([^\"]+)", member.open(base + season + "/appointments").read().decode())
times = re.search(r"href=\"([^\"]+/times)\"", member.open(base + season + "/coaching").read().decode()).group(1)
measure("free times of a coach with 60 sessions, for coaching", member, times)
for host in hosts:
    measure("free times for an appointment", member, f"{season}/appointments/with/{host}")
measure("a member's coaching", member, season + "/coaching")
measure("a coach's people", one, season + "/coaching")
measure("coaching for a lead", lead, season + "/coaching/program")
measure("the same with a proposal", lead, season + "/coaching/program?propose=1")
measure("appointments of a coach with 60", one, season + "/appointments")
process.terminate()
