package evenhand.reweight;

/** What rows have in common that are weighed alike. */
public enum Cells {
  LABEL,
  GROUP,
  GROUP_AND_LABEL;

  boolean needsGroups() {
    return this != LABEL;
  }

  int count(int groups) {
    return switch (this) {
      case LABEL -> 2;
      case GROUP -> groups;
      case GROUP_AND_LABEL -> 2 * groups;
    };
  }

  int of(int group, int label) {
    return switch (this) {
      case LABEL -> label;
      case GROUP -> group;
      case GROUP_AND_LABEL -> 2 * group + label;
    };
  }
}
