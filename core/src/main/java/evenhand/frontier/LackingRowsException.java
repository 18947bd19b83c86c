package evenhand.frontier;

import evenhand.parity.InsufficientEvidenceException;

/** No candidate can be measured, for groups lack the rows that their rates need. */
public final class LackingRowsException extends InsufficientEvidenceException {

  private static final long serialVersionUID = 1L;

  LackingRowsException(String message) {
    super(message);
  }
}
