"""How long a step of a peer consult takes to reach 100 pages, and the CPU of its pages.

    python benches/consults.py PATH_TO_WEFT

Makes the demo in the middle of a consult; one person follows it on 100 lines and keeps time on another page. Each press is timed from
its sending to the word on every line; p99 is over all presses and lines.
"""
import http.cookiejar, json, os, re, selectors, socket, subprocess, sys, tempfile, time, urllib.request

weft, data, pages = sys.argv[1], tempfile.mkdtemp(), 100
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
process = subprocess.Popen(
    [weft, "demo", "--now", "2025-03-12T14:45", "--data", data, "--listen", f"127.0.0.1:{port}"],
    stdout=subprocess.PIPE, text=True, env=os.environ | {"WEFT_LIVE_LINES": "200"},
)
for line in process.stdout:
    if "Weft demo on" in line:
        break
doors = {p["persona"]: p["sign_in"] for p in json.load(open(f"{data}/demo.json"))["people"]}
base, season = f"http://localhost:{port}", "/s/rooted-leaders-2025"
jar = http.cookiejar.CookieJar()
one = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
one.addheaders = [("sec-fetch-site", "same-origin")]
one.open(urllib.request.Request(doors["participant"], data=b"")).read()


def cpu():
    fields = open(f"/proc/{process.pid}/stat").read().rsplit(") ", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name, path, n=300):
    one.open(base + path).read()
    before = cpu()
    for _ in range(n):
        size = len(one.open(base + path).read())
    print(f"{name}: {(cpu() - before) / n * 1000:.2f} ms CPU, {size / 1000:.1f} kB")


def press(path, **fields):
    body = "&".join(f"{k}={v}" for k, v in fields.items()).encode()
    return one.open(urllib.request.Request(base + path, data=body)).read().decode()


path = re.search(r"/s/[^\"]+/consults/[0-9a-f-]{36}", one.open(base + "/").read().decode()).group()
page = press(path + "/timekeeper")
cookie = "; ".join(f"{c.name}={c.value}" for c in jar)
events, lines = selectors.DefaultSelector(), []
for _ in range(pages):
    s = socket.create_connection(("127.0.0.1", port))
    s.sendall(f"GET {path}/live HTTP/1.1\r\nhost: localhost:{port}\r\ncookie: {cookie}\r\n\r\n".encode())
    text = b""
    while b"data: " not in text:
        text += s.recv(65536)
    events.register(s, selectors.EVENT_READ)
    lines.append(s)
took = []
for n in range(60):
    seen = re.search(r"name=\"seen\" value=\"(\d+)\"", page).group(1)
    act = ["more", "back"][n % 2]
    body = f"seen={seen}&act={act}".encode()
    waiting, began = set(lines), time.monotonic()
    with socket.create_connection(("127.0.0.1", port)) as sender:
        sender.sendall(
            f"POST {path}/steps HTTP/1.1\r\nhost: localhost:{port}\r\ncookie: {cookie}\r\nsec-fetch-site: same-origin\r\n"
            f"content-type: application/x-www-form-urlencoded\r\ncontent-length: {len(body)}\r\nconnection: close\r\n\r\n".encode() + body
        )
        while waiting:
            for key, _ in events.select(timeout=10):
                if b"data: " in key.fileobj.recv(65536) and key.fileobj in waiting:
                    waiting.remove(key.fileobj)
                    took.append((time.monotonic() - began) * 1000)
        while sender.recv(65536):
            pass
    page = one.open(base + path).read().decode()
took.sort()
print(f"a press reaches {pages} pages: median {took[len(took) // 2]:.1f} ms, p99 {took[len(took) * 99 // 100]:.1f} ms, longest {took[-1]:.1f} ms")
for s in lines:
    s.close()
measure("a consult under way", path)
measure("what waits, what is open and what was", season + "/consults")
process.terminate()
