#!/usr/bin/env python3
"""Golden values from scikit-learn, fairlearn, statsmodels and scipy, and the small tables they belong to.

Writes golden/*.csv and golden/*.json beside this file. Made with
  Python 3.11.2, numpy 1.24.2, scipy 1.10.1, pandas 1.5.3, scikit-learn 1.2.1, statsmodels 0.13.5 (Debian 12's packages:
  apt-get install python3-sklearn python3-pandas python3-statsmodels) and
  fairlearn 0.14.0 (github fairlearn/fairlearn, branch release/v0.14.X, 9e60856452b6ff4c2b9f4a39b64870c63581c30e) with
  narwhals 2.24.0, both as source folders outside this repository:
      PYTHONPATH=FAIRLEARN:NARWHALS/src python3 make_golden.py

The generator of the tables uses 64-bit integers and the IEEE operations + - * / only, so that any language makes the same bytes:
    state <- (6364136223846793005 * state + 1442695040888963407) mod 2^64;   u = (state >> 11) / 2^53
Draws are taken in the order in which they are written below.
"""
import json
import math
import os
import platform
import warnings

import numpy as np
import pandas as pd
import scipy
import scipy.stats
import sklearn
import statsmodels
from sklearn import metrics as skm
from sklearn.linear_model import LogisticRegression
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint, proportions_ztest

import fairlearn
import fairlearn.metrics as flm

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "golden")
NAN = float("nan")
ORIGIN = {
    "made_by": "make_golden.py",
    "command": "PYTHONPATH=FAIRLEARN:NARWHALS/src python3 make_golden.py",
    "python": platform.python_version(), "numpy": np.__version__, "scipy": scipy.__version__, "pandas": pd.__version__,
    "scikit_learn": sklearn.__version__, "statsmodels": statsmodels.__version__,
    "fairlearn": fairlearn.__version__ + " (9e60856452b6ff4c2b9f4a39b64870c63581c30e)",
}


class Lcg:
    def __init__(self, seed):
        self.state = seed

    def u(self):
        self.state = (6364136223846793005 * self.state + 1442695040888963407) % 2 ** 64
        return (self.state >> 11) / 2.0 ** 53

    def bell(self):
        """sum of four uniforms minus 2: mean 0, variance 1/3, within (-2, 2)"""
        s = 0.0
        for _ in range(4):
            s += self.u()
        return s - 2.0


def soft(z):
    return 0.5 + 0.5 * (z / (1.0 + abs(z)))


# ---------------------------------------------------------------- the tables

def people(n=400, seed=4):
    """label, prediction, score, sex, race, weight, x1..x4. Every 3rd score is rounded to 2 decimals (ties, bin edges)."""
    r, rows = Lcg(seed), []
    for i in range(n):
        sex = "F" if r.u() < 0.36 else "M"
        q = r.u()
        race = "White" if q < 0.62 else "Black" if q < 0.85 else "Asian"
        if i % 50 == 17:
            race = "Other"                                                      # exactly 8 rows
        x = [math.floor(r.bell() * 160.0) / 128.0 for _ in range(4)]            # multiples of 1/128: exact in float32 too
        z = 1.6 * x[0] - 1.1 * x[1] + 0.5 * x[2] * x[2] + (0.5 if sex == "M" else -0.3)
        z = z + (0.3 if race == "White" else -0.9 if race == "Other" else -0.2)
        label = 1 if r.u() < soft(2.0 * z - 0.8) else 0
        noisy = z + 0.5 * r.bell() + (0.9 * label - 0.75)
        micro = math.floor(soft(noisy) * 1e6 + 0.5)
        if i % 3 == 0:
            micro = (micro + 5000) // 10000 * 10000
        micro = min(max(micro, 2), 999998)
        prediction = 1 if micro >= 500000 else 0
        if r.u() < 0.06:
            prediction = 1 - prediction
        cents = 25 + math.floor(r.u() * 276.0)                                  # weight 0.25 .. 3.00
        rows.append((label, prediction, "%d.%06d" % divmod(micro, 10 ** 6), sex, race, "%d.%02d" % divmod(cents, 100),
                     *[repr(v) for v in x]))
    return write("people.csv", "label,prediction,score,sex,race,weight,x1,x2,x3,x4", rows)


def multiclass(n=120, seed=1):
    """labels 0, 1, 2; group C is small and holds no row of label 2"""
    r, rows = Lcg(seed), []
    for i in range(n):
        q = r.u()
        group = "A" if q < 0.5 else "B" if q < 0.92 else "C"
        q = r.u()
        label = 0 if q < 0.5 else 1 if q < 0.8 or group == "C" else 2
        hit = r.u() < (0.85, 0.7, 0.55)[label] - (0.1 if group == "B" else 0.0)
        other = (label + (1 if r.u() < 0.6 else 2)) % 3
        rows.append((label, label if hit else other, group))
    return write("multiclass.csv", "label,prediction,group", rows)


def regression(n=120, seed=47):
    """label and prediction are multiples of 1/64 (exact in float32)"""
    r, rows = Lcg(seed), []
    for i in range(n):
        q = r.u()
        group = "A" if q < 0.55 else "B" if q < 0.93 else "C"
        label = math.floor((3.0 * r.bell() + (1.0 if group == "A" else 0.2)) * 64.0) / 64.0
        prediction = math.floor((0.8 * label + r.bell() * (0.5 if group == "A" else 0.9) + 0.1) * 64.0) / 64.0
        rows.append((repr(label), repr(prediction), group))
    return write("regression.csv", "label,prediction,group", rows)


def write(name, header, rows):
    path = os.path.join(HERE, name)
    with open(path, "w", newline="\n") as f:
        f.write(header + "\n")
        f.writelines(",".join(str(v) for v in row) + "\n" for row in rows)
    return pd.read_csv(path, float_precision="round_trip")


# ---------------------------------------------------------------- metrics (NaN where undefined; JSON null)

def count(y, p, w):
    """weighted tn, fp, fn, tp"""
    return skm.confusion_matrix(y, p, labels=[0, 1], sample_weight=w).ravel()


def over(a, b):
    return a / b if b > 0 else NAN


def ece(y, s, w):
    """10 equal-width bins, bin i covers [i/10, (i+1)/10), the last one closed; numpy"""
    w = np.ones(len(y)) if w is None else np.asarray(w)
    bins = np.minimum(np.digitize(s, np.arange(11) / 10.0) - 1, 9)
    assert (bins == np.minimum((s * 10).astype(int), 9)).all()   # both ways of finding the bin agree on this table
    total = 0.0
    for b in range(10):
        m = bins == b
        if m.any():
            total += w[m].sum() / w.sum() * abs(np.average(y[m], weights=w[m]) - np.average(s[m], weights=w[m]))
    return total


def accuracy(y, p, sample_weight=None): return skm.accuracy_score(y, p, sample_weight=sample_weight)
def error_rate(y, p, sample_weight=None): return skm.zero_one_loss(y, p, sample_weight=sample_weight)
def selection_rate(y, p, sample_weight=None): return float(np.average(p, weights=sample_weight))
def base_rate(y, p, sample_weight=None): return float(np.average(y, weights=sample_weight))


def true_positive_rate(y, p, sample_weight=None):
    return skm.recall_score(y, p, sample_weight=sample_weight) if (y == 1).any() else NAN


def true_negative_rate(y, p, sample_weight=None):
    return skm.recall_score(y, p, pos_label=0, sample_weight=sample_weight) if (y == 0).any() else NAN


def false_positive_rate(y, p, sample_weight=None):
    tn, fp, fn, tp = count(y, p, sample_weight)
    return over(fp, fp + tn)


def false_negative_rate(y, p, sample_weight=None):
    tn, fp, fn, tp = count(y, p, sample_weight)
    return over(fn, fn + tp)


def precision(y, p, sample_weight=None):
    return skm.precision_score(y, p, sample_weight=sample_weight) if (p == 1).any() else NAN


def f1(y, p, sample_weight=None):
    return skm.f1_score(y, p, sample_weight=sample_weight) if ((p == 1) | (y == 1)).any() else NAN


def balanced_accuracy(y, p, sample_weight=None):
    return skm.balanced_accuracy_score(y, p, sample_weight=sample_weight) if len(set(y)) == 2 else NAN


def mean_score(y, s, sample_weight=None): return float(np.average(s, weights=sample_weight))


def auc(y, s, sample_weight=None):
    return skm.roc_auc_score(y, s, sample_weight=sample_weight) if len(set(y)) == 2 else NAN


def log_loss(y, s, sample_weight=None): return skm.log_loss(y, s, labels=[0, 1], sample_weight=sample_weight)
def brier(y, s, sample_weight=None): return skm.brier_score_loss(y, s, pos_label=1, sample_weight=sample_weight)
def expected_calibration_error(y, s, sample_weight=None): return ece(np.asarray(y), np.asarray(s), sample_weight)


ON_PREDICTION = dict(accuracy=accuracy, error_rate=error_rate, selection_rate=selection_rate, base_rate=base_rate,
                     true_positive_rate=true_positive_rate, false_positive_rate=false_positive_rate,
                     true_negative_rate=true_negative_rate, false_negative_rate=false_negative_rate,
                     precision=precision, f1=f1, balanced_accuracy=balanced_accuracy)
ON_SCORE = dict(mean_score=mean_score, auc=auc, log_loss=log_loss, brier=brier, ece=expected_calibration_error)
NAMED = ["demographic_parity_difference", "demographic_parity_ratio", "equalized_odds_difference",
         "equalized_odds_ratio", "equal_opportunity_difference", "equal_opportunity_ratio"]
METHODS = ("between_groups", "to_overall")


def frame(metrics, y, p, groups, w=None):
    params = None if w is None else {m: {"sample_weight": w} for m in metrics}
    return flm.MetricFrame(metrics=metrics, y_true=y, y_pred=p, sensitive_features=groups, sample_params=params)


def disparities(frames):
    """MetricFrame's own difference and ratio; NaN groups are skipped by it"""
    return {what: {m: {k: v for f in frames for k, v in getattr(f, what)(method=m).items()} for m in METHODS}
            for what in ("difference", "ratio")}


def by_group(frames, groups):
    sizes = groups.value_counts().sort_index()
    return {g: {"rows": int(n), **{k: v for f in frames for k, v in f.by_group.loc[g].items()}} for g, n in sizes.items()}


def block(t, w):
    y, p, s = t["label"], t["prediction"], t["score"]
    out = {"by": {}}
    for name, groups in (("sex", t["sex"]), ("race", t["race"]), ("sex&race", t["sex"] + "&" + t["race"])):
        groups = groups.rename("group")
        frames = [frame(ON_PREDICTION, y, p, groups, w), frame(ON_SCORE, y, s, groups, w)]
        out["overall"] = {"rows": len(t), **{k: v for f in frames for k, v in f.overall.items()}}
        out["by"][name] = {
            "groups": by_group(frames, groups), **disparities(frames),
            "fairlearn_functions": {k: {m: getattr(flm, k)(y, p, sensitive_features=groups, method=m, sample_weight=w)
                                        for m in METHODS} for k in NAMED}}
        check(t, groups, w, out["by"][name]["groups"])
    out = {"overall": out["overall"], "by": out["by"]}
    return out


def check(t, groups, w, got):
    """the group values again by plain numpy, to catch a slip in the wiring above"""
    for g, m in got.items():
        d = t[groups == g]
        y, p, s = (d[c].to_numpy() for c in ("label", "prediction", "score"))
        v = np.ones(len(d)) if w is None else d["weight"].to_numpy()
        tp, fp = v[(y == 1) & (p == 1)].sum(), v[(y == 0) & (p == 1)].sum()
        fn, tn = v[(y == 1) & (p == 0)].sum(), v[(y == 0) & (p == 0)].sum()
        pairs = v[y == 1][:, None] * v[y == 0][None, :]
        a, b = s[y == 1][:, None], s[y == 0][None, :]
        want = dict(accuracy=over(tp + tn, v.sum()), error_rate=over(fp + fn, v.sum()), selection_rate=over(tp + fp, v.sum()),
                    base_rate=over(tp + fn, v.sum()), true_positive_rate=over(tp, tp + fn), false_positive_rate=over(fp, fp + tn),
                    true_negative_rate=over(tn, fp + tn), false_negative_rate=over(fn, tp + fn), precision=over(tp, tp + fp),
                    f1=over(2 * tp, 2 * tp + fp + fn), balanced_accuracy=(over(tp, tp + fn) + over(tn, tn + fp)) / 2,
                    mean_score=np.dot(v, s) / v.sum(),
                    auc=over((pairs * ((a > b) + 0.5 * (a == b))).sum(), pairs.sum()),
                    log_loss=-np.dot(v, y * np.log(s) + (1 - y) * np.log(1 - s)) / v.sum(),
                    brier=np.dot(v, (s - y) ** 2) / v.sum())
        for k, x in want.items():
            assert (math.isnan(x) and math.isnan(m[k])) or abs(x - m[k]) < 1e-12, (g, k, x, m[k])


def metrics_json(t):
    with warnings.catch_warnings():
        warnings.simplefilter("error", RuntimeWarning)
        return {
            "origin": ORIGIN, "table": "people.csv",
            "conventions": {
                "positive": "label 1, prediction 1",
                "null": "undefined: no row (or none predicted positive, for precision) to count; balanced_accuracy and auc need both labels; "
                        "f1 = 2tp/(2tp+fp+fn), null only if there is neither a positive label nor a positive prediction",
                "difference, ratio": "MetricFrame.difference/ratio(method); groups where the metric is null are skipped (as pandas skips NaN); "
                                     "to_overall difference = max |group - overall|; to_overall ratio = min over groups of r = group/overall, 1/r where r > 1",
                "fairlearn_functions": "called as they are: an undefined rate of a group counts as 0 in them (it is not skipped), "
                                       "so they can differ from the blocks 'difference' and 'ratio'",
                "ece": "numpy, not scikit-learn: 10 equal-width bins, bin i covers [i/10, (i+1)/10), last one closed; "
                       "sum over bins of (weight in bin / all weight) * |mean label - mean score|; empty bins count nothing",
                "brier, log_loss": "scikit-learn; brier is the mean of (score - label)^2, log_loss uses the natural logarithm",
                "auc": "scikit-learn; a tied pair counts one half; weighted: a pair counts the product of its two weights",
                "weighted": "every count is a sum of the column weight; rows stays the number of rows",
            },
            "unweighted": block(t, None), "weighted": block(t, t["weight"])}


# ---------------------------------------------------------------- logistic regression

def gradient(theta, X1, y, w, C):
    """of (1/(C W)) [ |coefficients|^2 / 2 + C sum_i w_i logloss_i ], W = sum w; the last entry is the intercept's"""
    p = 1.0 / (1.0 + np.exp(-(X1 @ theta)))
    pen = theta.copy()
    pen[-1] = 0.0
    g = np.array([math.fsum(X1[:, j] * (w * (p - y))) for j in range(X1.shape[1])])
    return (pen / C + g) / w.sum(), p


def polish(theta, X1, y, w, C):
    """Newton's steps in float64 until the gradient's largest entry stops falling"""
    best, steps = np.inf, 0
    for _ in range(50):
        g, p = gradient(theta, X1, y, w, C)
        if np.abs(g).max() >= best:
            break
        best, kept = np.abs(g).max(), theta
        H = (np.diag([1.0 / C] * (len(theta) - 1) + [0.0]) + X1.T @ (X1 * (w * p * (1 - p))[:, None])) / w.sum()
        theta, steps = theta - np.linalg.solve(H, g), steps + 1
    return kept, float(best), steps - 1


def logistic_json(t):
    X, y = t[["x1", "x2", "x3", "x4"]].to_numpy(), t["label"].to_numpy()
    assert (X.astype(np.float32).astype(float) == X).all()
    X1, fits = np.hstack([X, np.ones((len(X), 1))]), []
    for weighted in (False, True):
        w = t["weight"].to_numpy() if weighted else np.ones(len(t))
        for C in (1.0, 0.1, 100.0):
            m, found = {}, {}
            for solver in ("lbfgs", "newton-cg"):
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore")   # line search gives up at float64's floor of the gradient
                    m[solver] = LogisticRegression(C=C, penalty="l2", fit_intercept=True, tol=1e-12, max_iter=10000, solver=solver
                                                   ).fit(X, y, sample_weight=w if weighted else None)
                found[solver] = np.append(m[solver].coef_[0], m[solver].intercept_[0])
            theta, g, steps = polish(found["newton-cg"].copy(), X1, y, w, C)
            assert g < 1e-12, g
            model = m["lbfgs"]
            model.coef_, model.intercept_ = theta[None, :-1], theta[-1:]
            fits.append({
                "C": C, "weighted": weighted, "coefficients": list(theta[:-1]), "intercept": theta[-1],
                "probability_of_1_first_10_rows": list(model.predict_proba(X[:10])[:, 1]),
                "gradient_max": g, "newton_steps": steps,
                "lbfgs_max_difference": float(np.abs(found["lbfgs"] - theta).max()),
                "newton_cg_max_difference": float(np.abs(found["newton-cg"] - theta).max())})
    try:
        LogisticRegression().fit(X, np.zeros(len(X), int))
        one = "no error"
    except ValueError as e:
        one = "ValueError: " + str(e)
    only0 = LogisticRegression().fit(X, y, sample_weight=(y == 0).astype(float))
    return {
        "origin": ORIGIN, "table": "people.csv", "features": ["x1", "x2", "x3", "x4"],
        "objective": "|coefficients|^2 / 2 + C * sum_i w_i * log loss_i; the intercept is not penalised; w_i = 1 or the column weight (as it is, not normalised)",
        "how": "sklearn LogisticRegression(penalty l2, tol 1e-12, max_iter 10000) with lbfgs and newton-cg, then own Newton steps in float64 from newton-cg's answer; "
               "the numbers are the polished ones. gradient_max is the largest entry of the gradient of the objective divided by C * sum w. "
               "probabilities are scikit-learn's predict_proba with the polished numbers put in",
        "fits": fits,
        "one_class": {
            "all labels 0": one,
            "two labels, but every row of label 1 has weight 0": {
                "what": "no error in scikit-learn 1.2.1 (lbfgs, C=1, defaults): the unpenalised intercept has no minimum, it runs off until the solver stops",
                "intercept": float(only0.intercept_[0]), "coefficients_max": float(np.abs(only0.coef_).max()), "n_iter": int(only0.n_iter_[0])},
            "fairlearn": "ExponentiatedGradient and GridSearch put sklearn's DummyClassifier(strategy='constant') where the relabelled data have one class only"}}


# ---------------------------------------------------------------- intervals and tests

def holm(p):
    """own formula: sorted ascending, adjusted_(i) = max_{j <= i} min(1, (m - j + 1) p_(j)), j = 1..m"""
    order, out, worst = np.argsort(p, kind="stable"), [0.0] * len(p), 0.0
    for j, i in enumerate(order):
        worst = max(worst, min(1.0, (len(p) - j) * p[i]))
        out[i] = worst
    return out


def tests_json():
    wilson, two = [], []
    for hits, trials in ((0, 10), (10, 10), (1, 3), (0, 1), (1, 1), (5, 10), (37, 100), (1, 1000), (999, 1000), (5000, 10000), (123456, 1000000)):
        lo, hi = proportion_confint(hits, trials, alpha=0.05, method="wilson")
        r = scipy.stats.binomtest(hits, trials).proportion_ci(0.95, method="wilson")
        assert abs(lo - r.low) < 1e-12 and abs(hi - r.high) < 1e-12
        wilson.append({"hits": hits, "trials": trials, "low": float(lo), "high": float(hi)})
    for a, n, b, m in ((37, 100, 52, 100), (5, 10, 1, 12), (0, 10, 4, 9), (10, 10, 7, 11), (1, 3, 2, 3), (0, 5, 0, 7), (6, 6, 4, 4), (3, 1000, 12, 900),
                       (480, 1000, 525, 1000), (5000, 10000, 5150, 10000), (1, 2, 90, 400), (8, 8, 0, 8)):
        pooled = (a + b) / (n + m)
        z, p = (None, None) if pooled in (0.0, 1.0) else proportions_ztest([a, b], [n, m])
        if z is not None:
            own = (a / n - b / m) / math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
            assert abs(own - z) < 1e-12 * max(1, abs(z)) and abs(math.erfc(abs(own) / math.sqrt(2)) - p) < 1e-12
        odds, fisher = scipy.stats.fisher_exact([[a, n - a], [b, m - b]])
        two.append({"hits1": a, "trials1": n, "hits2": b, "trials2": m, "z": z, "p_two_sided": p, "fisher_p_two_sided": float(fisher)})
    lists = []
    for p in ([0.01, 0.04, 0.03, 0.005], [0.5, 0.6, 0.9], [0.02, 0.02, 0.02, 0.9], [0.0001, 0.2, 0.011, 0.049, 0.013, 1.0], [0.04], [0.3, 0.001, 0.001, 0.04]):
        own = holm(p)
        assert np.abs(multipletests(p, method="holm")[1] - own).max() < 1e-15
        lists.append({"p": p, "adjusted": own})
    aucs = []
    for y, s in (([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]), ([0, 1, 0, 1], [0.5, 0.5, 0.5, 0.5]), ([0, 1, 1, 0, 1, 0], [0.2, 0.2, 0.7, 0.7, 0.7, 0.1]),
                 ([1, 0, 1, 0, 1, 0, 0, 1], [1, 1, 2, 2, 3, 3, 1, 0]), ([1, 0], [0.0, 1.0])):
        aucs.append({"label": y, "score": s, "weight": None, "auc": float(skm.roc_auc_score(y, s))})
    y, s, w = [1, 0, 1, 0, 1, 0], [0.9, 0.9, 0.4, 0.4, 0.4, 0.1], [0.5, 2.0, 1.0, 0.25, 3.0, 1.5]
    aucs.append({"label": y, "score": s, "weight": w, "auc": float(skm.roc_auc_score(y, s, sample_weight=w))})
    return {
        "origin": ORIGIN,
        "how": {"wilson": "95 %, statsmodels proportion_confint(method='wilson'); scipy's binomtest agrees within 1e-12. "
                          "neither is clipped, yet 0 hits give exactly 0 and all hits exactly 1 here",
                "two_proportions": "z: statsmodels proportions_ztest, pooled, without continuity correction, null where the pooled proportion is 0 or 1; "
                                   "fisher: scipy.stats.fisher_exact([[hits1, misses1], [hits2, misses2]]), two-sided (sum of the tables no likelier than the seen one)",
                "holm": "own formula; statsmodels multipletests(method='holm') agrees within 1e-15",
                "auc": "scikit-learn roc_auc_score"},
        "wilson": wilson, "two_proportions": two, "holm": lists, "auc": aucs}


# ---------------------------------------------------------------- several classes; regression

def class_recall(c):
    def recall(y, p): return skm.recall_score(y, p, labels=[c], average=None)[0] if (y == c).any() else NAN
    return recall


def recalls(y, p):
    return [class_recall(c)(y, p) for c in (0, 1, 2)]


def tprd(y, p): return np.nanmax(recalls(y, p)) - np.nanmin(recalls(y, p))
def max_fnr(y, p): return 1.0 - np.nanmin(recalls(y, p))


def multiclass_json(t):
    metrics = {"accuracy": accuracy, **{f"recall_{c}": class_recall(c) for c in (0, 1, 2)}, "tprd": tprd, "max_fnr": max_fnr}
    f = frame(metrics, t["label"], t["prediction"], t["group"])
    return {"origin": ORIGIN, "table": "multiclass.csv",
            "conventions": "recall_c: of the rows with label c, the share predicted c (scikit-learn), null where there is none; tprd = max - min of recall_c "
                           "and max_fnr = max of 1 - recall_c over the classes that occur in the group (numpy); "
                           "difference and ratio: MetricFrame over groups, groups with null skipped",
            "overall": {"rows": len(t), **f.overall}, "groups": by_group([f], t["group"]), **disparities([f])}


def mean_prediction(y, p): return float(np.mean(p))


def regression_json(t):
    f = frame({"mean": mean_prediction, "mae": skm.mean_absolute_error, "mse": skm.mean_squared_error}, t["label"], t["prediction"], t["group"])
    return {"origin": ORIGIN, "table": "regression.csv", "conventions": "mean: of the predictions; mae, mse: scikit-learn; difference and ratio: MetricFrame",
            "overall": {"rows": len(t), **f.overall}, "groups": by_group([f], t["group"]), **disparities([f])}


def plain(v):
    """numpy to Python, NaN to null"""
    if isinstance(v, dict):
        return {k: plain(x) for k, x in v.items()}
    if isinstance(v, (list, tuple)):
        return [plain(x) for x in v]
    if isinstance(v, np.generic):
        v = v.item()
    return None if isinstance(v, float) and math.isnan(v) else v


def save(name, value):
    with open(os.path.join(HERE, name), "w", newline="\n") as f:
        json.dump(plain(value), f, indent=1, allow_nan=False)
        f.write("\n")


if __name__ == "__main__":
    os.makedirs(HERE, exist_ok=True)
    table = people()
    save("metrics.json", metrics_json(table))
    save("logistic.json", logistic_json(table))
    save("tests.json", tests_json())
    save("multiclass.json", multiclass_json(multiclass()))
    save("regression.json", regression_json(regression()))
