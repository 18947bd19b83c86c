package evenhand.threshold;

/** No thresholds of the kind asked for meet the requirements on the rows given. */
public final class InfeasibleThresholdsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InfeasibleThresholdsException(String sentence) {
    super(sentence);
  }
}
