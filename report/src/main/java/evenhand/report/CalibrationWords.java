package evenhand.report;

import evenhand.calibrate.CalibrationChange;
import evenhand.calibrate.CalibrationEvidence;
import evenhand.calibrate.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a calibration helped, in sentences. */
public final class CalibrationWords {

  private static final double SHOWN = 0.00005;

  private CalibrationWords() {}

  /** What became of log loss and expected calibration error, one plain sentence or two. */
  public static String verdict(CalibrationEvidence evidence) {
    Optional<CalibrationChange> found = evidence.change();
    if (found.isEmpty()) {
      return "Whether it helped is not known: %s rows to measure on are fewer than %s."
          .formatted(
              Numbers.count(evidence.evaluationRows()),
              Numbers.count(evidence.after().audit().minRows()));
    }
    CalibrationChange change = found.get();
    if (change.verdict() == CalibrationChange.Verdict.UNCHANGED) {
      return "Nothing is changed: no map that was tried was better than the scores as they are by more than error. They have ECE %s and log loss %s."
          .formatted(Numbers.gap(change.ece().before()), Numbers.gap(change.logLoss().before()));
    }
    return "%s: ECE %s; log loss %s.%s%s"
        .formatted(
            switch (change.verdict()) {
              case BETTER -> "Better";
              case MIXED -> "Better in one and worse in the other";
              case WORSE -> "Worse";
              case NO_BETTER, UNCHANGED -> "No better";
            },
            words(change.ece()),
            words(change.logLoss()),
            evidence.isOnOtherRows() ? "" : " This is of the rows fitted to, which flatters.",
            switch (change.verdict()) {
              case NO_BETTER -> " The scores can be used as they are.";
              case WORSE -> " Use the scores as they are, or fit to more rows.";
              case BETTER, MIXED, UNCHANGED -> "";
            });
  }

  /** A sentence for every attribute whose groups are now less alike. */
  public static List<String> warnings(CalibrationEvidence evidence) {
    List<String> warnings = new ArrayList<>();
    for (CalibrationChange.Disparity disparity :
        evidence.change().map(CalibrationChange::disparities).orElse(List.of())) {
      Change change = disparity.change();
      if (change.value() >= SHOWN) {
        warnings.add(
            "The groups of %s are less alike than before: calibration disparity %s%s."
                .formatted(
                    disparity.attribute(),
                    words(change),
                    change.isSurelyMore() ? "" : ", which may be chance"));
      }
    }
    return warnings;
  }

  private static String words(Change change) {
    return "%s → %s, change %s to %s"
        .formatted(
            Numbers.gap(change.before()),
            Numbers.gap(change.after()),
            Numbers.change(change.low()),
            Numbers.change(change.high()));
  }

  /** Whether a reader should look twice. */
  static boolean isDoubtful(CalibrationEvidence evidence) {
    return evidence
        .change()
        .map(CalibrationChange::verdict)
        .filter(
            verdict ->
                verdict == CalibrationChange.Verdict.BETTER
                    || verdict == CalibrationChange.Verdict.UNCHANGED)
        .isEmpty();
  }
}
