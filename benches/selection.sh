#!/bin/sh
# Lotteries by weft and by sortition-algorithms on the same instances, user CPU seconds and peak memory of whole processes.
#   benches/selection.sh WEFT PYTHON INSTANCES_FOLDER NAME:SEATS…
# PYTHON is an interpreter with `pip install sortition-algorithms==0.12.15 gurobipy`; give `-` to leave the peer out.
set -eu
weft=$1 python=$2 where=$3
shift 3
work=$(mktemp -d)
here=$(dirname "$0")
echo "| instance | rule | weft CPU s | weft MB | peer CPU s | peer MB | CPU ratio | weft least | peer least | largest gap in the sorted chances, weft minus peer |"
echo "|---|---|---|---|---|---|---|---|---|---|"
for one in "$@"; do
  name=${one%:*} seats=${one#*:}
  for rule in maximin leximin nash; do
    /usr/bin/time -o "$work/w" -f '%U %M' "$weft" assign draw --people "$where/$name/respondents.csv" --quotas "$where/$name/categories.csv" --seats "$seats" --rule $rule --seed bench --out "$work/t.json" >/dev/null
    rm -f "$work/p.json"
    echo "- -" >"$work/p"
    if [ "$python" != - ]; then
      timeout 900 /usr/bin/time -o "$work/p" -f '%U %M' "$python" "$here/peer_selection.py" "$where/$name" "$seats" $rule "$work/p.json" >/dev/null 2>&1 || rm -f "$work/p.json"
    fi
    python3 - "$name" $rule "$work" <<'PY'
import json, os, sys
name, rule, work = sys.argv[1:]
w, p = open(f"{work}/w").read().split()[-2:], open(f"{work}/p").read().split()[-2:]
t = json.load(open(f"{work}/t.json"))
ours = {i: c for i, c in t["probabilities"].items() if i not in t["impossible"]}
line = [name, rule, w[0], f"{int(w[1]) / 1024:.0f}"]
if os.path.exists(f"{work}/p.json"):
    peer = json.load(open(f"{work}/p.json"))
    a, b = sorted(ours.values()), sorted(peer.get(i, 0.0) for i in ours)
    # The first place where the sorted chances part, and by how much: positive is in favour of weft.
    gap = next((x - y for x, y in zip(a, b) if abs(x - y) > 1e-5), 0.0)
    line += [p[0], f"{int(p[1]) / 1024:.0f}", f"{float(p[0]) / max(float(w[0]), 0.01):.0f}x", f"{a[0]:.6f}", f"{b[0]:.6f}", f"{gap:+.4f}"]
else:
    line += ["not re-run", "", "", f"{min(ours.values()):.6f}", "", ""]
print("| " + " | ".join(line) + " |")
PY
  done
done
