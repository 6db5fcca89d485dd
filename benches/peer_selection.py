"""One lottery by sortition-algorithms (PyPI, GPL-3.0; run, never copied): prints what `benches/selection.sh` compares.

    python benches/peer_selection.py FOLDER SEATS maximin|leximin|nash PROBABILITIES.json
"""
import csv
import json
import sys
from collections import defaultdict

from sortition_algorithms.committee_generation import standardize_distribution
from sortition_algorithms.committee_generation.leximin import find_distribution_leximin
from sortition_algorithms.committee_generation.maximin import find_distribution_maximin
from sortition_algorithms.committee_generation.nash import find_distribution_nash
from sortition_algorithms.features import read_in_features
from sortition_algorithms.people import read_in_people
from sortition_algorithms.settings import Settings
from sortition_algorithms.utils import set_random_provider

folder, seats, rule, out = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
set_random_provider(1)
with open(f"{folder}/categories.csv") as f:
    rows = [{"feature": r["category"], "value": r["feature"], "min": r["min"], "max": r["max"]} for r in csv.DictReader(f)]
features, _, _ = read_in_features(["feature", "value", "min", "max"], rows, seats)
with open(f"{folder}/respondents.csv") as f:
    reader = csv.DictReader(f)
    people, _ = read_in_people(reader.fieldnames, list(reader), features, Settings(id_column="id", columns_to_keep=[]))
find = {"maximin": find_distribution_maximin, "leximin": find_distribution_leximin, "nash": find_distribution_nash}[rule]
committees, probabilities, _ = find(features, people, seats, [], "highspy")
chance = defaultdict(float)
for committee, p in zip(*standardize_distribution(committees, probabilities)):
    for person in committee:
        chance[person] += p
with open(out, "w") as f:
    json.dump(chance, f)
print(f"min {min(chance.values()):.6f} of {len(chance)} people, {len(committees)} panels")
