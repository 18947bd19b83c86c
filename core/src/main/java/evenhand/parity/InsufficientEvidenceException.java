package evenhand.parity;

import evenhand.data.DataException;

/** Some group has too few rows for what is asked. */
public abstract class InsufficientEvidenceException extends DataException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence: which group, which rows, what can be done
   */
  protected InsufficientEvidenceException(String message) {
    super(message);
  }
}
