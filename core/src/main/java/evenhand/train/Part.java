package evenhand.train;

import java.util.Locale;

/** What a set of rows was used for. */
public enum Part {
  /** Fitted on. */
  TRAINING,
  /** Held out from the training table; early choices may use it. */
  VALIDATION,
  /** Only ever measured. */
  TEST;

  /** Such as {@code training}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
