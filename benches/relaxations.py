"""Infeasible quotas, relaxed by weft and by sortition-algorithms (PyPI, GPL-3.0; run, never copied).

    python benches/relaxations.py WEFT FOLDER SEATS HOW_MANY

Makes a pool infeasible by sending most people of two or three values home at random (seeded), asks both for the smallest change, and prints how often
each one's answer is feasible (asked of the other's solver too), and the mean cost: relative (5 to 7 costs 0.4, 4 to 3 costs
0.25), which weft minimises, and by the peer's own weights, which it minimises.
"""
import csv
import json
import random
import subprocess
import sys
import tempfile
import time

from sortition_algorithms.committee_generation.common import _relax_infeasible_quotas, setup_committee_generation
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings

weft, folder, seats, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
rows = list(csv.DictReader(open(f"{folder}/categories.csv")))
reader = csv.DictReader(open(f"{folder}/respondents.csv"))
everyone, columns = list(reader), reader.fieldnames
lots = random.Random(7)


def features_of(rows):
    return read_in_features(["feature", "value", "min", "max"], [{"feature": r["category"], "value": r["feature"], "min": r["min"], "max": r["max"]} for r in rows], seats)[0]


def people_of(features, pool):
    return read_in_people(columns, [dict(p) for p in pool], features, Settings(id_column="id", columns_to_keep=[]))[0]


def is_feasible(rows, pool):
    features = features_of(rows)
    try:
        setup_committee_generation(features, people_of(features, pool), seats, [], "highspy")
        return True
    except Exception:
        return False


def costs(before, after):
    relative = own = 0.0
    for a, b in zip(before, after):
        (low, high), (to_low, to_high) = (int(a["min"]), int(a["max"])), (int(b["min"]), int(b["max"]))
        relative += (low - to_low) / max(low, 1) + (to_high - high) / max(high, 1)
        own += (low - to_low) * (1 + 2 / low if low else 0) + (to_high - high)
    return relative, own


results = {"weft": [], "peer": []}
taken = 0
for _ in range(400 * rounds):
    if taken == rounds:
        break
    pool = list(everyone)
    for r in lots.sample([r for r in rows if int(r["min"]) > 1], lots.randint(2, 3)):
        left = lots.randint(0, int(r["min"]))
        of = [p for p in pool if p[r["category"]] == r["feature"]]
        home = {p["id"] for p in lots.sample(of, max(0, len(of) - left))}
        pool = [p for p in pool if p["id"] not in home]
    if len(pool) < seats or is_feasible(rows, pool):
        continue
    taken += 1
    with tempfile.NamedTemporaryFile("w", suffix=".csv", delete=False) as f:
        writer = csv.DictWriter(f, columns)
        writer.writeheader()
        writer.writerows(pool)
    begin = time.monotonic()
    said = subprocess.run([weft, "assign", "draw", "--people", f.name, "--quotas", f"{folder}/categories.csv", "--seats", str(seats), "--seed", "x", "--json"], capture_output=True, text=True)
    ours_took = time.monotonic() - begin
    assert said.returncode == 3, said.stderr
    after = [dict(r) for r in rows]
    for change in json.loads(said.stdout)["relaxation"]:
        bound = change["bound"]
        for r in after:
            if (r["category"], r["feature"]) == (bound["field"], bound["value"]):
                r["min" if bound["kind"] == "at-least" else "max"] = str(change["to"])
    results["weft"].append((is_feasible(after, pool), *costs(rows, after), ours_took))
    features = features_of(rows)
    begin = time.monotonic()
    relaxed, _ = _relax_infeasible_quotas(features, people_of(features, pool), seats, [], solver_backend="highspy")
    took = time.monotonic() - begin
    after = [dict(r, min=str(relaxed[r["category"]][r["feature"]].min), max=str(relaxed[r["category"]][r["feature"]].max)) for r in rows]
    results["peer"].append((is_feasible(after, pool), *costs(rows, after), took))

for name, list_ in results.items():
    n = len(list_)
    mean = [sum(float(x[i]) for x in list_) / n for i in range(4)]
    print(f"{name}: feasible {sum(x[0] for x in list_)} of {n}, relative cost {mean[1]:.4f}, by the peer's weights {mean[2]:.3f}, {mean[3]:.3f} s each, slowest {max(x[3] for x in list_):.3f} s")
dearer = sum(a[1] > b[1] + 1e-9 for a, b in zip(results["weft"], results["peer"]))
print(f"weft's relative cost is above the peer's in {dearer} of {taken}")
