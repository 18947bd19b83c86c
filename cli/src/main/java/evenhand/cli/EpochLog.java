package evenhand.cli;

import evenhand.report.EpochJson;
import evenhand.train.Epoch;
import evenhand.train.ProgressListener;
import java.util.function.Supplier;

/**
 * Takes down every pass of a training by steps, and passes on the rest.
 *
 * @param progress hears how far it is
 * @param lines what was taken down
 */
record EpochLog(ProgressListener progress, StringBuilder lines) implements ProgressListener {

  @Override
  public void progress(String step, long done, long total) {
    progress.progress(step, done, total);
  }

  @Override
  public void epoch(Supplier<Epoch> told) {
    lines.append(EpochJson.line(told.get()));
  }

  /** One JSON object a line. */
  String text() {
    return lines.toString();
  }
}
