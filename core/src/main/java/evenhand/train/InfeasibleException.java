package evenhand.train;

/** No classifier that the learner found meets the requirements on the training rows. */
public final class InfeasibleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public InfeasibleException(String sentence) {
    super(sentence);
  }
}
