package evenhand.reduce;

import java.util.List;

/**
 * Why a constraint is not met.
 *
 * @param violation the smallest largest-violation that was reached, &gt; 0, in units of probability
 * @param conflicting the inequalities that keep it there, by their label: loosening any other
 *     changes nothing
 * @param alone by part of the constraint, in the order given: the smallest violation reached when
 *     only that part is asked for, 0 where it can be met alone
 */
public record Infeasibility(double violation, List<String> conflicting, List<Double> alone) {

  public Infeasibility {
    conflicting = List.copyOf(conflicting);
    alone = List.copyOf(alone);
  }
}
