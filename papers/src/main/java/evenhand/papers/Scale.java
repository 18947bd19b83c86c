package evenhand.papers;

import java.util.Locale;

/** How much of an experiment is run. */
public enum Scale {
  /** Seconds: shows that it runs, its figures say nothing. */
  SLICE,
  /** Minutes on two cores. */
  QUICK,
  /** As the paper had it. */
  PAPER;

  /** Its name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
