"""Autosaves against a running `weft demo`: how long they take, and whether any is lost.

    python3 benches/autosave.py BASE_URL CALL_SLUG PID RATE SECONDS

Fifty browsers begin a draft each and save an answer of a hundred words again and again, RATE a second in all. Prints the latencies,
the CPU of the server process for each save, and what is lost: every draft is read again and must hold its last text.
"""
import http.client
import os
import re
import sys
import threading
import time
import urllib.parse

base, slug, pid, rate, seconds = urllib.parse.urlparse(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), float(sys.argv[5])
BROWSERS = 50
WORDS = " ".join(f"word{i}" for i in range(100))


def connect():
    return http.client.HTTPConnection(base.hostname, base.port, timeout=30)


def send(c, method, path, cookie="", body=None):
    headers = {"sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded", "cookie": cookie}
    c.request(method, path, body, headers)
    answer = c.getresponse()
    return answer, answer.read().decode()


def cpu():
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


cookies = []
for _ in range(BROWSERS):
    c = connect()
    answer, _ = send(c, "POST", f"/call/{slug}/begin")
    assert answer.status == 303, answer.status
    cookies.append(answer.getheader("set-cookie").split(";")[0])
    c.close()

latencies, lost, last = [], [], [""] * BROWSERS
begin = time.monotonic() + 0.5


def browser(n):
    c, revision, turn = connect(), 0, 0
    while True:
        at = begin + (turn * BROWSERS + n) / rate
        if at > begin + seconds:
            break
        time.sleep(max(0, at - time.monotonic()))
        text = f"{WORDS} {n} {turn}"
        started = time.monotonic()
        answer, body = send(c, "POST", f"/call/{slug}/application/3/autosave", cookies[n], urllib.parse.urlencode({"revision": revision, "q-what-you-hold": text}))
        latencies.append(time.monotonic() - started)
        told = re.search(r'"revision":(\d+)', body)
        if answer.status != 200 or not told:
            lost.append((n, turn, answer.status, body[:80]))
        else:
            revision, last[n] = int(told.group(1)), text
        turn += 1


before = cpu()
threads = [threading.Thread(target=browser, args=(n,)) for n in range(BROWSERS)]
for t in threads:
    t.start()
for t in threads:
    t.join()
used = cpu() - before
c = connect()
for n in range(BROWSERS):
    _, page = send(c, "GET", f"/call/{slug}/application/3", cookies[n])
    if last[n] not in page:
        lost.append((n, "read again"))
latencies.sort()
at = lambda p: 1000 * latencies[min(len(latencies) - 1, int(p * len(latencies)))]
took = time.monotonic() - begin
print(f"{len(latencies)} saves in {took:.1f} s ({len(latencies) / took:.0f} a second): median {at(.5):.1f} ms, p99 {at(.99):.1f} ms, worst {latencies[-1] * 1000:.1f} ms, {1000 * used / len(latencies):.2f} ms CPU each, {len(lost)} lost")
for x in lost[:5]:
    print(x)
