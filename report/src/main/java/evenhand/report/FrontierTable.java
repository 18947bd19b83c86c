package evenhand.report;

import evenhand.audit.Measurement;
import evenhand.frontier.FrontierEvidence;
import evenhand.frontier.Measures;
import evenhand.train.Part;
import j2html.tags.specialized.TdTag;
import java.util.Optional;
import java.util.OptionalDouble;

/** The cells of a frontier's tables. */
final class FrontierTable {

  private FrontierTable() {}

  static TdTag merit(FrontierEvidence evidence, int candidate, Part part) {
    return cell(evidence.candidates().get(candidate).on(part).map(Measures::merit));
  }

  static TdTag gap(FrontierEvidence evidence, int candidate, Part part) {
    return cell(evidence.candidates().get(candidate).on(part).map(Measures::gap));
  }

  static TdTag share(OptionalDouble share) {
    return HtmlTable.number(
        share.isPresent() ? FrontierWords.percent(share.getAsDouble()) : Numbers.NONE);
  }

  private static TdTag cell(Optional<Measurement> measured) {
    return measured.isEmpty()
        ? HtmlTable.number(Numbers.NONE)
        : HtmlTable.gap(
            measured.get().value(),
            measured.get().low(),
            measured.get().high(),
            measured.get().reason().orElse("insufficient evidence"));
  }
}
