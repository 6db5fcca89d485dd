#!/usr/bin/env bash
# What building costs: benches/build.sh [warm]
# A cold release build of the newcomer's command into an empty folder, with the seconds that each of our crates takes; then, in the folder
# of every day, what one edited line in a slice costs: check, its tests linked, all tests linked. `warm` leaves the cold build out.
set -euo pipefail
cd "$(dirname "$0")/.."
edited=crates/journey/season/src/library/rules.rs
took() { # NAME COMMAND...
  local name="$1" began ended; shift
  began=$(date +%s.%N); "$@" >/dev/null 2>&1; ended=$(date +%s.%N)
  printf '%-46s %7.1f s\n' "$name" "$(echo "$ended - $began" | bc)"
}
if [ "${1:-}" != warm ]; then
  cold="$(mktemp -d)"
  trap 'rm -rf "$cold"' EXIT
  CARGO_TARGET_DIR="$cold" took "cold release build" cargo build --release --timings
  ls -l "$cold/release/weft" | awk '{printf "%-46s %7.1f MB\n", "binary", $5 / 1e6}'
  python3 - "$cold/cargo-timings" <<'PY'
import glob, json, re, sys
text = open(sorted(glob.glob(sys.argv[1] + "/*.html"))[-1]).read()
units = json.loads(re.search(r"const UNIT_DATA = (\[.*?\]);\n", text, re.S).group(1))
for u in sorted((u for u in units if u["name"].startswith("weft")), key=lambda u: u["start"]):
    print(f"  {u['name'] + ' ' + u.get('target', ''):<44} {u['start']:7.1f} to {u['start'] + u['duration']:.1f} s")
PY
fi
find crates -name '*.rs' -path '*/src/*' | awk -F/ '{c = $2 == "assign" ? $2 : $2 "/" $3; print c " " $0}' | while read -r crate file; do
  echo "$crate $(wc -l <"$file")"
done | awk '{n[$1] += $2} END {for (c in n) printf "  %-44s %7d lines\n", c, n[c]}' | sort
cargo check -p weft --quiet
cargo test --workspace --no-run --quiet 2>/dev/null
restore() { git checkout -q "$edited"; }
edit() { echo "// $1" >>"$edited"; }
edit check; took "one line edited in a slice, cargo check" cargo check -p weft
edit one; took "the same, every story linked" cargo test -p weft --test all --no-run
edit all; took "the same, all tests linked" cargo test --workspace --no-run
restore
