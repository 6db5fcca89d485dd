"""How long `/healthz` takes while many connections say nothing, and while one person follows a session on many pages.

    python3 benches/silent.py PATH_TO_WEFT [CONNECTIONS]

Makes the demo in the middle of a session. `/healthz` is asked 200 times, each on a connection of its own, before, during and after. Then
the demo is asked to stop while silent connections and half requests are open. Both processes are on one machine and share its limit of
open files, so `ulimit -n` must be twice the number of connections.
"""
import http.cookiejar, json, re, signal, socket, statistics, subprocess, sys, tempfile, time, urllib.request

weft, many, data = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1_500, tempfile.mkdtemp()
with socket.socket() as s:
    s.bind(("127.0.0.1", 0))
    port = s.getsockname()[1]
process = subprocess.Popen([weft, "demo", "--now", "2025-03-12T14:45", "--data", data, "--listen", f"127.0.0.1:{port}"], stdout=subprocess.PIPE, text=True)
for line in process.stdout:
    if "Weft demo on" in line:
        break
doors = {p["persona"]: p["sign_in"] for p in json.load(open(f"{data}/demo.json"))["people"]}


def ask():
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=20) as s:
        s.sendall(b"GET /healthz HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n")
        answer = b""
        while part := s.recv(4096):
            answer += part
    return time.monotonic() - began if b" 200 " in answer else None


def health(when):
    times = [ask() for _ in range(200)]
    good = sorted(t * 1000 for t in times if t is not None)
    said = f"median {statistics.median(good):.1f} ms, longest {good[-1]:.1f} ms" if good else "none"
    rss = re.search(r"VmRSS:\s+(\d+) kB", open(f"/proc/{process.pid}/status").read()).group(1)
    print(f"{when}: {len(good)} of 200 answered, {said}, resident {int(rss) / 1000:.0f} MB")


def live(sockets):
    """How many the other side has left open."""
    count = 0
    for s in sockets:
        s.setblocking(False)
        try:
            while s.recv(65536):
                pass
        except BlockingIOError:
            count += 1
        except OSError:
            pass
    return count


health("at rest")
silent = [socket.create_connection(("127.0.0.1", port)) for _ in range(many)]
print(f"{live(silent)} of {many} silent connections are open")
health(f"{many} silent connections")
time.sleep(12)
print(f"{live(silent)} of them are open after 12 s")

jar = http.cookiejar.CookieJar()
one = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
one.addheaders = [("sec-fetch-site", "same-origin")]
one.open(urllib.request.Request(doors["participant"], data=b"")).read()
season = "/s/rooted-leaders-2025"
page = one.open(f"http://localhost:{port}{season}/gatherings/2").read().decode()
room = re.search(r"/s/[^\"]+/room/[^\"/]+", page).group()
cookie = "; ".join(f"{c.name}={c.value}" for c in jar)
lines = []
for _ in range(many):
    s = socket.create_connection(("127.0.0.1", port))
    s.sendall(f"GET {room}/live HTTP/1.1\r\nhost: localhost:{port}\r\ncookie: {cookie}\r\n\r\n".encode())
    s.settimeout(20)
    try:
        text = b""
        while b"data: " not in text and (part := s.recv(65536)):
            text += part
    except OSError:
        pass
    lines.append(s)
print(f"{live(lines)} of {many} live lines of one person are open")
health(f"{many} live lines asked for by one person")

half = [socket.create_connection(("127.0.0.1", port)) for _ in range(3)]
half[0].sendall(b"GET /healthz HTTP/1.1\r\nhost:")
half[1].sendall(b"POST /sign-in HTTP/1.1\r\nhost: localhost\r\nsec-fetch-site: same-origin\r\ncontent-length: 100\r\n\r\nemail=")
time.sleep(0.2)
began = time.monotonic()
process.send_signal(signal.SIGTERM)
try:
    process.wait(timeout=60)
    print(f"closed {time.monotonic() - began:.1f} s after it was asked to, with half a head and half a body open")
except subprocess.TimeoutExpired:
    print("not closed after 60 s")
    process.kill()
