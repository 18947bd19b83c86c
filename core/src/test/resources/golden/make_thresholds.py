#!/usr/bin/env python3
"""Golden values of fairlearn's ThresholdOptimizer on the scores of people.csv; writes thresholds.json beside this file.

Made with Python 3.11.2, numpy 1.24.2, pandas 1.5.3, scikit-learn 1.2.1 (Debian 12's packages) and fairlearn 0.14.0
(github fairlearn/fairlearn, branch release/v0.14.X) with narwhals 2.24.0, both as source folders outside this repository:
    PYTHONPATH=FAIRLEARN:NARWHALS/src python3 make_thresholds.py

The optimiser sees each row's score as it is (prefit, predict_method="predict"); from its acceptance probabilities come the
expected accuracy and balanced accuracy of all rows together, and the gap that its constraint bounds.
"""
import json
import os
import warnings

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin

import fairlearn
from fairlearn.postprocessing import ThresholdOptimizer

HERE = os.path.dirname(os.path.abspath(__file__))
warnings.simplefilter("ignore")
PARITY = {
    "demographic_parity": "demographic_parity",
    "true_positive_rate_parity": "equal_opportunity",
    "false_negative_rate_parity": "equal_opportunity",
    "false_positive_rate_parity": "false_positive_parity",
    "true_negative_rate_parity": "false_positive_parity",
    "equalized_odds": "equalized_odds",
}


class Scores(BaseEstimator, ClassifierMixin):
    def fit(self, X, y):
        self.fitted_ = True
        return self

    def predict(self, X):
        return np.asarray(X)[:, 0]


def gap(parity, p, y, g):
    conditions = {
        "demographic_parity": [np.ones(len(y), bool)],
        "equal_opportunity": [y == 1],
        "false_positive_parity": [y == 0],
        "equalized_odds": [y == 1, y == 0],
    }[parity]
    worst = 0.0
    for c in conditions:
        rates = [p[c & (g == name)].mean() for name in np.unique(g)]
        worst = max(worst, max(rates) - min(rates))
    return worst


def main():
    table = pd.read_csv(os.path.join(HERE, "people.csv"))
    y, scores = table["label"].to_numpy(), table["score"].to_numpy()
    X, cases = scores.reshape(-1, 1), []
    for attribute in ["sex", "race"]:
        g = table[attribute].to_numpy()
        for constraint, parity in PARITY.items():
            for objective in ["accuracy_score", "balanced_accuracy_score"]:
                for tol in [None, 0.05]:
                    if tol is not None and constraint == "equalized_odds":
                        continue
                    try:
                        optimizer = ThresholdOptimizer(estimator=Scores().fit(X, y), constraints=constraint, objective=objective,
                                                       prefit=True, predict_method="predict", tol=tol)
                        optimizer.fit(X, y, sensitive_features=g)
                    except ValueError as error:
                        print(attribute, constraint, objective, tol, error)
                        continue
                    p = optimizer._pmf_predict(X, sensitive_features=g)[:, 1]
                    tpr, tnr = p[y == 1].mean(), 1 - p[y == 0].mean()
                    cases.append({"attribute": attribute, "constraint": constraint, "parity": parity, "objective": objective,
                                  "tol": tol, "accuracy": float(np.where(y == 1, p, 1 - p).mean()),
                                  "balanced_accuracy": float((tpr + tnr) / 2), "gap": float(gap(parity, p, y, g))})
    result = {"origin": {"made_by": "make_thresholds.py", "command": "PYTHONPATH=FAIRLEARN:NARWHALS/src python3 make_thresholds.py",
                         "fairlearn": fairlearn.__version__}, "cases": cases}
    with open(os.path.join(HERE, "thresholds.json"), "w") as out:
        json.dump(result, out, indent=1)
        out.write("\n")


main()
