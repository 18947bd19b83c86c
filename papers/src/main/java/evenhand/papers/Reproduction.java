package evenhand.papers;

import evenhand.report.Reproduced;
import evenhand.train.ProgressListener;

/** A paper's experiment that can be run again; {@link Reproductions} lists them. */
public interface Reproduction {

  /** On the command line: lower case and hyphens. */
  String name();

  /** What is reproduced of which paper, in a line. */
  String title();

  /**
   * Runs what is not there yet and puts the figures together. The same options give the same
   * figures, whether interrupted in between or not.
   *
   * @throws evenhand.data.DataException where data are missing
   */
  Reproduced run(RunOptions options, ProgressListener progress);
}
