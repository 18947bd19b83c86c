package evenhand.reduce;

import java.util.Optional;

/** Prices spread over all directions and lengths, each asked once, round after round. */
final class Exploration {

  /** Prices of a round at most. */
  private static final int ROUND = 10;

  /** Replies in a row that gain nothing, after which the round may end. */
  private static final int PATIENCE = 3;

  /** The largest price, in units of what an error weighs on the rows it touches. */
  private static final double LIMIT = 2;

  private final PriceAxes axes;
  private final SpreadPoints points;
  private int asked;
  private int inRound;
  private int idle;

  Exploration(Problem problem) {
    this.axes = PriceAxes.of(problem);
    this.points = new SpreadPoints(axes.size(), 1);
  }

  void startRound() {
    inRound = 0;
    idle = 0;
  }

  /** Hears whether the last reply of the round gained anything. */
  void hear(boolean gained) {
    idle = gained ? 0 : idle + 1;
  }

  /**
   * The next prices, or none where the round is over.
   *
   * @param mayEndEarly whether a few replies that gain nothing are enough
   */
  Optional<double[]> next(boolean mayEndEarly) {
    if (inRound == ROUND || (mayEndEarly && idle >= PATIENCE)) {
      return Optional.empty();
    }
    inRound++;
    asked++;
    return Optional.of(axes.prices(points.get(asked), LIMIT));
  }
}
