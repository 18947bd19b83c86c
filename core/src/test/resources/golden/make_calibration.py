#!/usr/bin/env python3
"""Golden values of calibrators from scikit-learn and from converged scipy optimisers; writes calibration.json beside this file.

Made with Python 3.11.2, numpy 1.24.2, scipy 1.10.1, scikit-learn 1.2.1 (Debian 12's packages: apt-get install python3-sklearn):
    /usr/bin/python3 make_calibration.py

Scores, labels and weights are those of people.csv. platt is scikit-learn's _SigmoidCalibration (of CalibratedClassifierCV's
method="sigmoid"), isotonic its IsotonicRegression(out_of_bounds="clip"). They are asked for at points that are no scores of the table too.
beta and temperature are maximum likelihood by scipy's trust-constr or bounded scalar search, polished by Newton's steps until the gradient
stops falling, with a, b >= 0 kept by trying every face of the quadrant.
"""
import json
import os
import platform

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit, log_softmax, softmax
from sklearn.calibration import _SigmoidCalibration
from sklearn.isotonic import IsotonicRegression

HERE = os.path.dirname(os.path.abspath(__file__))
AT = [0.0, 0.001, 0.05, 0.1234, 0.25, 0.4, 0.5, 0.61, 0.75, 0.9, 0.999, 1.0]
EPS = np.finfo(float).eps
ORIGIN = {"made_by": "make_calibration.py", "command": "/usr/bin/python3 make_calibration.py", "python": platform.python_version(),
          "numpy": np.__version__, "scipy": scipy.__version__, "scikit_learn": sklearn.__version__}


def table():
    with open(os.path.join(HERE, "people.csv")) as f:
        header = f.readline().strip().split(",")
        rows = [line.strip().split(",") for line in f]
    column = lambda name, kind: np.array([kind(row[header.index(name)]) for row in rows])
    return column("score", float), column("label", int), column("weight", float)


def nll(theta, X, y, w):
    eta = X @ theta
    return float(np.sum(w * (np.logaddexp(0, eta) - y * eta)))


def logistic(X, y, w):
    """converged maximum likelihood of y in {0, 1}: scipy's BFGS, then Newton's steps while the gradient falls"""
    theta = minimize(nll, np.zeros(X.shape[1]), args=(X, y, w), method="BFGS").x
    best, kept = np.inf, theta
    for _ in range(100):
        p = expit(X @ theta)
        g = X.T @ (w * (p - y))
        if np.abs(g).max() >= best:
            break
        best, kept = np.abs(g).max(), theta
        theta = theta - np.linalg.solve(X.T @ (X * (w * p * (1 - p))[:, None]), g)
    assert best < 1e-9, best
    return kept


def logit(s):
    s = np.clip(s, EPS, 1 - EPS)
    return np.log(s / (1 - s))


def beta(s, y, w):
    s = np.clip(s, EPS, 1 - EPS)
    up, down, one = np.log(s), -np.log(1 - s), np.ones(len(s))
    faces = []
    for use_a in (True, False):
        for use_b in (True, False):
            columns = ([up] if use_a else []) + ([down] if use_b else []) + [one]
            theta = list(logistic(np.column_stack(columns), y, w))
            a = theta.pop(0) if use_a else 0.0
            b = theta.pop(0) if use_b else 0.0
            if a >= 0 and b >= 0:
                faces.append((nll(np.array([a, b, theta[0]]), np.column_stack([up, down, one]), y, w), a, b, theta[0]))
    return min(faces)[1:]


def case(s, y, w):
    platt = _SigmoidCalibration().fit(s, y, w)
    isotonic = IsotonicRegression(out_of_bounds="clip").fit(s, y, w)
    at = np.array(AT)
    a, b, c = beta(s, y, w)
    inverse = logistic(logit(s)[:, None], y, w)[0]
    clipped = np.clip(at, EPS, 1 - EPS)
    return {"platt": {"slope": -platt.a_, "intercept": -platt.b_, "at": list(platt.predict(at))},
            "isotonic": {"scores": list(isotonic.X_thresholds_), "values": list(isotonic.y_thresholds_), "at": list(isotonic.predict(at))},
            "beta": {"a": a, "b": b, "c": c, "at": list(expit(a * np.log(clipped) - b * np.log(1 - clipped) + c))},
            "temperature": {"inverse_temperature": inverse, "at": list(expit(inverse * logit(at)))}}


def classes(s, y):
    """three classes: made-up logits of the table's scores, a third of the labels not theirs"""
    z = np.column_stack([2 * logit(s), np.sin(7 * s) * 3, np.cos(11 * s) * 2])
    labels = np.where(np.arange(len(y)) % 3 == 0, (y + np.arange(len(y))) % 3, z.argmax(1))
    loss = lambda b: -float(np.sum(log_softmax(b * z, axis=1)[np.arange(len(labels)), labels]))
    found = minimize_scalar(loss, bounds=(1e-6, 50), method="bounded", options={"xatol": 1e-14}).x
    for _ in range(50):
        p = softmax(found * z, axis=1)
        mean = (p * z).sum(1)
        g = (z[np.arange(len(labels)), labels] - mean).sum()
        h = ((p * z * z).sum(1) - mean ** 2).sum()
        found += g / h
    assert abs(g) < 1e-8, g
    return {"logits": z.tolist(), "labels": labels.tolist(), "inverse_temperature": found,
            "first_5": softmax(found * z[:5], axis=1).tolist()}


def main():
    s, y, w = table()
    tied = np.round(s, 1)
    out = {"origin": ORIGIN, "at": AT,
           "cases": {"unweighted": case(s, y, np.ones(len(s))), "weighted": case(s, y, w), "tied": case(tied, y, w),
                     "turned": case(1 - s, y, w)}}
    out["classes"] = classes(s, y)
    with open(os.path.join(HERE, "calibration.json"), "w", newline="\n") as f:
        json.dump(out, f, indent=1)
        f.write("\n")


main()
