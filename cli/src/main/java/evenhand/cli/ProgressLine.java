package evenhand.cli;

import evenhand.train.ProgressListener;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A progress bar with a time estimate on stderr, only where a person looks. */
final class ProgressLine implements ProgressListener, AutoCloseable {

  private static final int UPDATE_MILLIS = 200;

  private @Nullable ProgressBar bar;
  private String step = "";

  @Override
  public void progress(String next, long done, long total) {
    if (!Screen.isWatched()) {
      return;
    }
    if (bar == null || !step.equals(next)) {
      close();
      step = next;
      bar =
          new ProgressBarBuilder()
              .setTaskName(next)
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLIS)
              .continuousUpdate()
              .clearDisplayOnFinish()
              .build();
    }
    bar.maxHint(total);
    bar.stepTo(done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
