"""CPU of a season's pages and of a calendar feed, and how fast a press at the console reaches open pages.

    python benches/season.py PATH_TO_WEFT

Makes the demo in the middle of a session, fills a season up to 40 gatherings through the form, then reads /proc.
"""
import http.cookiejar, json, os, re, socket, subprocess, sys, tempfile, threading, time, urllib.parse, urllib.request

weft, data = sys.argv[1], tempfile.mkdtemp()
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
process = subprocess.Popen([weft, "demo", "--now", "2025-03-12T14:45", "--data", data, "--listen", f"127.0.0.1:{port}"], stdout=subprocess.PIPE, text=True)
for line in process.stdout:
    if "Weft demo on" in line:
        break
doors = {p["persona"]: p["sign_in"] for p in json.load(open(f"{data}/demo.json"))["people"]}
base, season = f"http://localhost:{port}", "/s/rooted-leaders-2025"


def browser(persona):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    opener.addheaders = [("sec-fetch-site", "same-origin"), ("accept-encoding", "gzip")]
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


lead, one = browser("program-lead"), browser("participant")
for n in range(34):
    fields = {"title_en": f"Session {n}", "title_es": f"Sesión {n}", "kind": "session", "format": "online", "day-1": f"2025-{4 + n // 6:02}-{1 + n % 6 * 4:02}", "from-1": "17:00", "until-1": "18:00", "part-1": "1", "zone-1": "America/New_York"}
    answer = lead.open(base + season + "/new-gathering", urllib.parse.urlencode(fields).encode())
    lead.open(answer.url + "/publication", b"").read()
measure("season of 40 gatherings, as participant", one, season + "/gatherings")
measure("the same, as lead", lead, season + "/gatherings")
measure("plan of 40 gatherings with its checks", lead, season + "/season-plan")
measure("loom", lead, season)
measure("today", one, "/")
measure("one gathering with its run of show", one, season + "/gatherings/2")
arranger = browser("co-lead")
for name, opener, path in [
    ("library", one, season + "/library"), ("one card", one, season + "/library/2"), ("curriculum of 40 gatherings", lead, season + "/curriculum"), ("packet", one, season + "/gatherings/1/packet"),
    ("logistics of 20", arranger, season + "/gatherings/1/logistics"), ("board", urllib.request.build_opener(), "/opportunities"), ("peers", one, "/peers"), ("spaces", one, season + "/spaces"), ("pulse", one, season + "/pulse"),
]:
    measure(name, opener, path)
page = one.open(base + "/me/calendar/address", b"").read()
if page[:2] == b"\x1f\x8b":
    import gzip
    page = gzip.decompress(page)
feed = re.search(rb"/calendars/[a-z0-9]+/calendar.ics", page).group().decode()
measure("feed of 41 entries", urllib.request.build_opener(), feed)
page = lead.open(base + season + "/gatherings/2").read()
if page[:2] == b"\x1f\x8b":
    import gzip
    page = gzip.decompress(page)
console = re.search(rb"/s/[^\"]+/room/[^\"]+/console", page).group().decode()
measure("console", lead, console)
# Open pages that follow, and one press.
lines, heard = [], []
listener = browser("participant")
cookie = "; ".join(f"{c.name}={c.value}" for h in listener.handlers if isinstance(h, urllib.request.HTTPCookieProcessor) for c in h.cookiejar)
for _ in range(1_000):
    s = socket.create_connection(("127.0.0.1", port))
    s.sendall(f"GET {console.replace('/console', '/live')} HTTP/1.1\r\nhost: localhost:{port}\r\ncookie: {cookie}\r\n\r\n".encode())
    s.settimeout(10)
    while b"data: " not in s.recv(65536):
        pass
    lines.append(s)
page = lead.open(base + console).read()
if page[:2] == b"\x1f\x8b":
    import gzip
    page = gzip.decompress(page)
seen = re.search(rb'name="seen" value="(\d+)"', page).group(1)


def listen(some):
    for s in some:
        s.recv(65536)
        heard.append(time.monotonic())


threads = [threading.Thread(target=listen, args=(lines[i::8],)) for i in range(8)]
for t in threads:
    t.start()
began = time.monotonic()
lead.open(base + console, urllib.parse.urlencode({"seen": seen.decode(), "act": "more"}).encode()).read()
for t in threads:
    t.join()
print(f"a press reached {len(heard)} open pages: the last after {(max(heard) - began) * 1000:.0f} ms, measured from the press, with the answer to it and a Python that reads")
print("resident:", re.search(r"VmRSS:\s+(\d+ kB)", open(f"/proc/{process.pid}/status").read()).group(1))
process.kill()
