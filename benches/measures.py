"""The same figures by independent software, for the test `figures_are_those_of_independent_software`.

    pip install scipy krippendorff scikit-learn && python benches/measures.py
"""
import numpy as np
from scipy import stats

before = np.array([3, 4, 2, 5, 3, 4, 2, 3.0])
after = np.array([4, 4, 3.5, 4.5, 5, 4.25, 3, 4.75])
d = after - before
# Exact p by hand over all signs: scipy refuses its exact method where there are zeros.
kept = d[d != 0]
ranks = stats.rankdata(abs(kept))
sums = [sum(r for i, r in enumerate(ranks) if s >> i & 1) for s in range(1 << len(kept))]
w = sum(r for r, x in zip(ranks, kept) if x > 0)
low = min(w, sum(ranks) - w)
print("signed rank", w, "p", 2 * np.mean([s <= low for s in sums]), "scipy", stats.wilcoxon(kept, mode="exact").pvalue if len(set(abs(kept))) == len(kept) else "ties")
for k, n in [(7, 20), (0, 20)]:
    c = stats.binomtest(k, n).proportion_ci(method="exact")
    print("clopper-pearson", k, n, c.low, c.high)
print("t", after.mean(), stats.t.interval(0.95, len(after) - 1, after.mean(), stats.sem(after)))
r = np.corrcoef(before, after)[0, 1]
within = d.std(ddof=1) / np.sqrt(2 * (1 - r))
dd = d.mean() / within
j = 1 - 3 / (4 * (len(d) - 1) - 1)
v = (1 / len(d) + dd**2 / (2 * len(d))) * 2 * (1 - r)
print("hedges g", j * dd, j * dd - 1.959963984540054 * j * np.sqrt(v), j * dd + 1.959963984540054 * j * np.sqrt(v))
try:
    from sklearn.metrics import cohen_kappa_score
    print("kappa", cohen_kappa_score([1, 1, 2, 2, 3, 3, 1, 2], [1, 1, 2, 3, 3, 3, 2, 2]))
    import krippendorff
    n = np.nan
    print("alpha", krippendorff.alpha(reliability_data=[[1, 2, 1, 3, 2], [1, 2, 2, 3, n], [1, n, 1, 3, n]], level_of_measurement="nominal"))
except ImportError:
    print("scikit-learn or krippendorff not installed")
