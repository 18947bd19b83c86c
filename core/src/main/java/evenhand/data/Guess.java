package evenhand.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** What a person may have meant by a name that is not known. */
public final class Guess {

  private static final int LONGEST = 60;

  private Guess() {}

  /**
   * The known name nearest to a word, in single characters left out, put in, changed or swapped;
   * upper and lower case are one. The first of equals.
   *
   * @return empty where none differs in at most a third of its characters
   */
  public static Optional<String> of(String word, Collection<String> known) {
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String name : known) {
      int most = Math.max(1, Math.min(word.length(), name.length()) / 3);
      if (Math.max(word.length(), name.length()) <= LONGEST
          && Math.abs(word.length() - name.length()) <= most) {
        int distance = distance(word.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
        if (distance <= most && distance < least && distance < name.length()) {
          best = name;
          least = distance;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** To end a sentence with: {@code ; did you mean sex?}, or nothing. */
  public static String hint(String word, Collection<String> known) {
    return of(word, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Optimal string alignment. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
