"""Makes synthetic pools of the shapes that selection is measured on, deterministically.

    python3 benches/pools.py FOLDER

Each category's features are drawn from weights tilted by one latent number per person, so that features are correlated and
some groups volunteer more than others; quotas are floor and ceiling of seats times the share in the population.
"""
import csv
import math
import os
import random
import sys

# name: people, seats, features per category, seed
POOLS = {
    "pool150_20": (150, 20, [2, 3, 4, 4], 150),
    "pool400_40": (400, 40, [2, 4, 4, 3, 5, 3], 400),
    "pool825_75": (825, 75, [2, 6, 5, 6], 825),
    "pool1727_110": (1727, 110, [2, 5, 4, 4, 3, 3, 6], 1727),
}


def make(people, seats, features, seed):
    rng = random.Random(seed)
    shares = []
    for n in features:
        raw = [0.4 + rng.random() for _ in range(n)]
        shares.append([r / sum(raw) for r in raw])
    tilts = [[rng.gauss(0, 0.7) for _ in range(n)] for n in features]
    pulls = [rng.gauss(0, 0.5) for _ in features]
    rows = []
    for i in range(people):
        latent = rng.gauss(0, 1)
        row = []
        for share, tilt, pull in zip(shares, tilts, pulls):
            weights = [s * math.exp(t + pull * latent * (f - len(share) / 2) / len(share)) for f, (s, t) in enumerate(zip(share, tilt))]
            row.append(rng.choices(range(len(share)), weights)[0])
        rows.append(row)
    quotas = []
    for c, share in enumerate(shares):
        have = [sum(r[c] == f for r in rows) for f in range(len(share))]
        for f, s in enumerate(share):
            low, high = math.floor(seats * s), math.ceil(seats * s)
            quotas.append((c, f, min(low, have[f]), max(high, 1)))
    return rows, quotas


def main(folder):
    for name, (people, seats, features, seed) in POOLS.items():
        rows, quotas = make(people, seats, features, seed)
        where = os.path.join(folder, name)
        os.makedirs(where, exist_ok=True)
        with open(os.path.join(where, "respondents.csv"), "w", newline="") as out:
            w = csv.writer(out, lineterminator="\n")
            w.writerow(["id"] + [f"c{c}" for c in range(len(features))])
            for i, row in enumerate(rows):
                w.writerow([i + 1] + [f"f{f}" for f in row])
        with open(os.path.join(where, "categories.csv"), "w", newline="") as out:
            w = csv.writer(out, lineterminator="\n")
            w.writerow(["category", "feature", "min", "max"])
            for c, f, low, high in quotas:
                w.writerow([f"c{c}", f"f{f}", low, high])
        print(name, people, "people,", seats, "seats,", len({tuple(r) for r in rows}), "kinds")


if __name__ == "__main__":
    main(sys.argv[1])
