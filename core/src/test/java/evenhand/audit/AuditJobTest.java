package evenhand.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import evenhand.audit.OutcomeColumns.Task;
import evenhand.data.Column;
import evenhand.data.DataException;
import evenhand.data.GroupColumn;
import evenhand.data.Table;
import evenhand.parity.Parity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions of which nobody knows what came true, from the table to the impact ratios. */
final class AuditJobTest {

  /**
   * 100 of group a, of whom 50 are hired, 100 of b with 30, 20 whose group is Unknown with 18, and
   * 4 of c with 3. Points are 1 to 224.
   */
  private static final int[][] GROUPS = {{100, 50}, {100, 30}, {20, 18}, {4, 3}};

  private static final List<String> NAMES = Arrays.asList("a", "b", "Unknown", "c");

  private static Table table(@Nullable String unknown) {
    List<String> names = Arrays.asList("a", "b", unknown, "c");
    String[] group = new String[224];
    String[] hired = new String[224];
    int row = 0;
    for (int g = 0; g < GROUPS.length; g++) {
      for (int i = 0; i < GROUPS[g][0]; i++, row++) {
        group[row] = names.get(g);
        hired[row] = i < GROUPS[g][1] ? "hired" : "rejected";
      }
    }
    return new Table(
        "/some/folder/hired.csv",
        List.of(
            Column.Categorical.of("g", Arrays.asList(group)),
            Column.Categorical.of("hired", Arrays.asList(hired)),
            new Column.Numeric("points", IntStream.rangeClosed(1, 224).asDoubleStream().toArray())),
        224);
  }

  private static OutcomeColumns columns(
      @Nullable String prediction, @Nullable String score, @Nullable String positive) {
    return new OutcomeColumns(
        Task.AUTO,
        Optional.empty(),
        Optional.ofNullable(positive),
        Optional.ofNullable(prediction),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(score),
        OptionalDouble.empty(),
        Optional.empty());
  }

  private static AuditJob.Result run(
      Table table, OutcomeColumns columns, List<String> exclude, References references) {
    return new AuditJob(
            columns,
            List.of(new GroupColumn("g", List.of())),
            false,
            exclude,
            AuditOptions.defaults().withReplicates(200).withMinRows(4),
            references)
        .run(table);
  }

  private static AttributeAudit audited(References references, String... exclude) {
    return run(table("Unknown"), columns("hired", null, "hired"), List.of(exclude), references)
        .audit()
        .attribute("g");
  }

  private static ImpactRatio row(AttributeAudit audit, String group) {
    return audit.impactRatios().orElseThrow().groups().stream()
        .filter(each -> each.group().equals(group))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void onlyWhatNeedsNoOutcomeIsMeasured() {
    AttributeAudit audit = audited(References.defaults());
    assertThat(audit.overall().metrics().keySet()).containsExactly("selection_rate");
    assertThat(audit.parities())
        .hasSize(4)
        .allMatch(gap -> gap.parity() == Parity.DEMOGRAPHIC_PARITY);
    assertThat(audit.pairs()).allMatch(pair -> pair.metric().equals("selection_rate"));
    assertThat(audit.isOfDecisionsAlone()).isTrue();
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                Gate.parse("equal_opportunity>0.1")
                    .judge(
                        run(
                                table("Unknown"),
                                columns("hired", null, "hired"),
                                List.of(),
                                References.defaults())
                            .audit()))
        .withMessageStartingWith("the gate equal_opportunity>0.1 needs what came true");
  }

  @Test
  void theHighestKnownGroupIsTheReference() {
    AttributeAudit audit = audited(References.defaults(), "g=c");
    ImpactRatios ratios = audit.impactRatios().orElseThrow();
    assertThat(ratios.reference()).as("not Unknown, of .9").hasValue("a");
    ImpactRatio b = row(audit, "b");
    assertThat(b.people()).isEqualTo(100);
    assertThat(b.selected()).isEqualTo(30);
    assertThat(b.ratio().orElseThrow()).isCloseTo(0.6, within(1e-12));
    assertThat(b.low().orElseThrow()).isBetween(0.35, 0.55);
    assertThat(b.high().orElseThrow()).isBetween(0.65, 0.95);
    assertThat(row(audit, "Unknown").ratio().orElseThrow()).isCloseTo(1.8, within(1e-12));
    FourFifths rule = audit.fourFifths().orElseThrow();
    assertThat(rule.ratio().orElseThrow()).as("without Unknown").isCloseTo(0.6, within(1e-12));
    assertThat(rule.lowest()).hasValue("b");
    assertThat(rule.low().orElseThrow()).isLessThan(0.6);
    assertThat(rule.flippedBy()).as("40 of 100").hasValue(10);
  }

  @Test
  void aGroupThatIsCalledNoneIsAGroupOfPeople() {
    AttributeAudit audit =
        run(
                table("None"),
                columns("hired", null, "hired"),
                List.of("g=c", "g=b"),
                References.defaults())
            .audit()
            .attribute("g");
    assertThat(audit.fourFifths().orElseThrow().ratio().orElseThrow())
        .as(".5 of a, .9 of None")
        .isCloseTo(0.5 / 0.9, within(1e-12));
  }

  @Test
  void aNamedReferenceWithoutTheRowsSaysSo() {
    AuditJob.Result result =
        new AuditJob(
                columns("hired", null, "hired"),
                List.of(new GroupColumn("g", List.of())),
                false,
                List.of(),
                AuditOptions.defaults().withReplicates(200).withMinRows(30),
                new References(List.of("g=c"), 0))
            .run(table("Unknown"));
    assertThat(result.audit().attribute("g").impactRatios().orElseThrow().reason().orElseThrow())
        .startsWith("the reference c: insufficient evidence: 4 rows");
  }

  @Test
  void anotherReferenceIsTheLargestOrNamed() {
    References largest = new References(List.of("largest"), 0);
    assertThat(audited(largest).impactRatios().orElseThrow().reference()).hasValue("a");
    References named = new References(List.of("highest", "g=b"), 0);
    ImpactRatios ratios = audited(named).impactRatios().orElseThrow();
    assertThat(ratios.reference()).hasValue("b");
    assertThat(ratios.rule()).isEqualTo(References.Rule.NAMED);
    assertThat(new References(List.of("b"), 0)).isNotNull();
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> audited(new References(List.of("g=d"), 0)))
        .withMessage(
            "the reference g=d is no group; give highest, largest or a group: g has Unknown, a, b,"
                + " c");
  }

  @Test
  void excludedRowsAreGoneAndCounted() {
    AuditJob.Result result =
        run(
            table("Unknown"),
            columns("hired", null, "hired"),
            List.of("g=Unknown", "g=c"),
            References.defaults());
    assertThat(result.audit().rows()).isEqualTo(200);
    assertThat(result.audit().overall("selection_rate")).hasValue(0.4);
    AuditSubject subject = result.subject();
    assertThat(subject.data()).isEqualTo("hired.csv");
    assertThat(subject.rowsRead()).isEqualTo(224);
    assertThat(subject.rowsExcluded()).isEqualTo(24);
    assertThat(subject.excluded())
        .containsExactly(
            new AuditSubject.Excluded("g", "Unknown", 20), new AuditSubject.Excluded("g", "c", 4));
    assertThat(subject.decision().orElseThrow().rule()).isEqualTo("hired is hired");
    assertThat(subject.label()).isEmpty();
    for (String wrong : List.of("g=d", "h=a", "a")) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> audited(References.defaults(), wrong))
          .withMessageContaining("--exclude " + wrong);
    }
  }

  @Test
  void smallSharesAreShownAndNotCompared() {
    AttributeAudit audit = audited(new References(List.of(), 0.02), "g=Unknown");
    ImpactRatio c = row(audit, "c");
    assertThat(c.compared()).isFalse();
    assertThat(c.ratio()).isEmpty();
    assertThat(c.rate().value()).hasValue(0.75);
    assertThat(audit.impactRatios().orElseThrow().reference()).as("not c, of .75").hasValue("a");
    assertThat(audit.parities().get(0).value().orElseThrow()).isCloseTo(0.2, within(1e-12));
    assertThat(audit.pairs()).hasSize(1);
  }

  @Test
  void rowsWithoutAGroupAreRemarkedWithTheirCount() {
    AuditJob.Result result =
        run(table(null), columns("hired", null, "hired"), List.of(), References.defaults());
    assertThat(result.subject().remarks())
        .singleElement()
        .asString()
        .startsWith("g is (missing) in 20 of 224 rows: ")
        .contains("--exclude 'g=(missing)'");
    assertThat(result.audit().attribute("g").impactRatios().orElseThrow().reference())
        .hasValue("c");
  }

  @Test
  void scoresOfAnyRangeSelectAboveEveryonesMedian() {
    AuditJob.Result result =
        run(
            table("Unknown"),
            columns(null, "points", null),
            List.of("g=Unknown", "g=c"),
            References.defaults());
    assertThat(result.subject().decision().orElseThrow().rule())
        .isEqualTo("points is above everyone's median, 100.5");
    assertThat(row(result.audit().attribute("g"), "a").selected()).isZero();
    assertThat(row(result.audit().attribute("g"), "b").selected()).isEqualTo(100);
  }

  @Test
  void whichDecisionIsSelectedHasToBeSaidUnlessItIsPlain() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                run(
                    table("Unknown"),
                    columns("hired", null, null),
                    List.of(),
                    References.defaults()))
        .withMessageEndingWith(
            "say with --positive which value of column hired counts as positive: hired or"
                + " rejected");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> columns("hired", "points", null))
        .withMessageStartingWith("without --label a score says nothing beside decisions");
  }

  @Test
  void theNamesAreThoseOfTheTable() {
    assertThat(audited(References.defaults()).groups())
        .extracting(GroupAudit::name)
        .containsExactlyInAnyOrderElementsOf(NAMES);
  }
}
