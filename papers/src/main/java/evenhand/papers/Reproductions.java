package evenhand.papers;

import evenhand.data.DataException;
import java.util.List;

/** The experiments that can be run again. */
public final class Reproductions {

  private Reproductions() {}

  /** In the order of their papers. */
  public static List<Reproduction> all() {
    return List.of(
        new FormlMnist(),
        new FormlCifar(FormlCifar.Set.TEN),
        new FormlCifar(FormlCifar.Set.HUNDRED),
        new FormlCelebA(),
        new FormlCondense(),
        new NashTabular(),
        new NashSynthetic(),
        new LabelBiasAdult(),
        new TrustedQuality());
  }

  /**
   * @throws DataException for a name that is none of theirs
   */
  public static Reproduction named(String name) {
    return all().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DataException(
                    "no reproduction is called '%s'; there are %s"
                        .formatted(
                            name,
                            String.join(", ", all().stream().map(Reproduction::name).toList()))));
  }
}
