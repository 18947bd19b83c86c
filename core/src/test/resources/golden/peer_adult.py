#!/usr/bin/env python3
"""Adult without the sex columns and without fnlwgt: scikit-learn's logistic regression, fully converged, and fairlearn's EG.

Made with Python 3.11.2, numpy 1.24.2, scikit-learn 1.2.1, fairlearn 0.14.0 (release/v0.14.X, 9e60856452b6), narwhals 2.24.0:
    PYTHONPATH=PEERS:FAIRLEARN:NARWHALS/src python3 peer_adult.py logistic peer_adult_logistic.json
    PYTHONPATH=PEERS:FAIRLEARN:NARWHALS/src REPS=1 python3 peer_adult.py reduction peer.jsonl
PEERS is the folder of adult.py and bench_adult.py. Features: adult.load()'s (numeric columns standardised in float64 with the
training mean and population standard deviation, one-hot of every category of the training rows), without fnlwgt, sex=Female and
sex=Male; then cast to float32. 'logistic' casts them back to float64 for the fit; 'reduction' uses the float64 values.
"""
import json
import platform
import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn import metrics as skm
from sklearn.linear_model import LogisticRegression

import adult

DROPPED = ("fnlwgt", "sex=Female", "sex=Male")
MODE, OUT = sys.argv[1], sys.argv[2]
_load = adult.load


def load():
    d = _load()
    keep = [j for j, n in enumerate(d["names"]) if n not in DROPPED]
    d.update(Xtr=d["Xtr"][:, keep], Xte=d["Xte"][:, keep], names=[d["names"][j] for j in keep])
    return d


def logistic():
    d = load()
    X, T = (d[k].astype(np.float32).astype(np.float64) for k in ("Xtr", "Xte"))
    y, v, C, found, fits = d["ytr"], d["yte"], 1.0, {}, {}
    for solver in ("lbfgs", "newton-cg"):
        with warnings.catch_warnings(record=True) as said:
            warnings.simplefilter("always")
            start = time.perf_counter()
            m = LogisticRegression(C=C, tol=1e-10, max_iter=100000, solver=solver).fit(X, y)
        found[solver] = np.append(m.coef_[0], m.intercept_[0])
        fits[solver] = {"n_iter": int(m.n_iter_[0]), "seconds": time.perf_counter() - start, "warnings": [str(w.message)[:80] for w in said]}
    m = LogisticRegression(C=C, solver="lbfgs", max_iter=1000).fit(X, y)     # defaults otherwise, as in bench_adult.py
    found["lbfgs, tol 1e-4"] = np.append(m.coef_[0], m.intercept_[0])
    fits["lbfgs, tol 1e-4"] = {"n_iter": int(m.n_iter_[0])}
    X1, theta, best, steps = np.hstack([X, np.ones((len(X), 1))]), found["newton-cg"].copy(), np.inf, 0
    ridge = np.append(np.full(X.shape[1], 1.0 / C), 0.0)
    for _ in range(30):
        p = 1.0 / (1.0 + np.exp(-(X1 @ theta)))
        g = (X1.T @ (p - y) + ridge * theta) / len(y)
        if np.abs(g).max() >= best:
            break
        best, kept = np.abs(g).max(), theta
        theta = theta - np.linalg.solve((np.diag(ridge) + X1.T @ (X1 * (p * (1 - p))[:, None])) / len(y), g)
        steps += 1
    for name, f in fits.items():
        f["max_difference"] = float(np.abs(found[name] - kept).max())
    m.coef_, m.intercept_ = kept[None, :-1], kept[-1:]

    def by_sex(yy, p):
        out = {}
        for s in ("Female", "Male"):
            a = d["gte"]["sex"] == s
            out[s] = {"rows": int(a.sum()), "selection_rate": float(p[a].mean()), "true_positive_rate": float(p[a & (yy == 1)].mean()),
                      "false_positive_rate": float(p[a & (yy == 0)].mean())}
        return out

    q, p = m.predict_proba(T)[:, 1], m.predict(T)
    objective = 0.5 * float(kept[:-1] @ kept[:-1]) + C * float(np.logaddexp(0, -(2 * y - 1) * (X1 @ kept)).sum())
    json.dump({
        "origin": {"made_by": "peer_adult.py", "command": "PYTHONPATH=PEERS:FAIRLEARN:NARWHALS/src python3 peer_adult.py logistic peer_adult_logistic.json",
                   "python": platform.python_version(), "numpy": np.__version__, "scikit_learn": sklearn.__version__},
        "data": "UCI Adult, adult.data to train on, adult.test to test on",
        "features_how": "fnlwgt and sex left out; numeric columns standardised with the training mean and population standard deviation in float64; "
                        "one-hot of every category of the training rows ('?' is one), sorted by name; all cast to float32, then to float64 for the fit",
        "objective": "|coefficients|^2 / 2 + C * sum log loss, C = 1, intercept not penalised",
        "how": "sklearn LogisticRegression(tol 1e-10) by lbfgs and newton-cg, then own Newton steps in float64 from newton-cg's answer until the gradient "
               "stops falling; coefficients and figures are the polished ones; max_difference is each solver's distance from them",
        "gradient_max_of_objective_over_rows": float(best), "newton_steps": steps - 1, "objective_value": objective, "solvers": fits,
        "n_features": len(d["names"]), "names": d["names"], "coefficients": kept[:-1].tolist(), "intercept": float(kept[-1]),
        "train_accuracy": float((m.predict(X) == y).mean()), "test_accuracy": float((p == v).mean()),
        "test_by_sex": by_sex(v, p), "test_auc": float(skm.roc_auc_score(v, q)), "test_log_loss": float(skm.log_loss(v, q)),
        "test_probability_first_10_rows": q[:10].tolist()}, open(OUT, "w"), indent=1)


def reduction():
    adult.load = load
    sys.argv = ["bench_adult.py", OUT, "."]
    import bench_adult as b
    reps, suffix = b.REPS, ", without sex and fnlwgt"
    with open(OUT, "a") as f:
        for name in ("base LR", "EG LR DP sex"):
            runs = []
            for _ in range(reps):
                wall, cpu, r = b.CASES[name]()
                runs.append((wall, cpu))
            rec = dict(case=name + suffix, n_features=len(b.D["names"]), wall=[w for w, _ in runs],
                       cpu=[c for _, c in runs], wall_med=float(np.median([w for w, _ in runs])),
                       cpu_med=float(np.median([c for _, c in runs])), **r)
            f.write(json.dumps(rec) + "\n")
            f.flush()
            print(name + suffix, {k: rec[k] for k in ("wall_med", "cpu_med", "train", "test")}, flush=True)


{"logistic": logistic, "reduction": reduction}[MODE]()
