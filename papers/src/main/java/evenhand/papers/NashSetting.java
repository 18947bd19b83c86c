package evenhand.papers;

import evenhand.data.Column;
import evenhand.data.Groups;
import evenhand.data.Table;
import evenhand.tables.Catalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** The data sets of Nash-Meta-Learning with the hyper-parameters of its authors' code. */
enum NashSetting {
  ADULT_SEX("adult-sex", new Training(1e-3, 0.2, 512, 50, 14)) {
    @Override
    Table table(Catalogue catalogue) {
      return adult(catalogue);
    }

    @Override
    IntUnaryOperator label(Table table) {
      return of(table, "income", ">50K", 1);
    }

    @Override
    Groups groups(Table table) {
      return NashData.byColumn(table, "sex");
    }

    @Override
    Set<String> without() {
      return Set.of("income");
    }
  },
  ADULT_RACE("adult-race", new Training(5e-4, 0.4, 512, 50, 14)) {
    @Override
    Table table(Catalogue catalogue) {
      return adult(catalogue);
    }

    @Override
    IntUnaryOperator label(Table table) {
      return of(table, "income", ">50K", 1);
    }

    @Override
    Groups groups(Table table) {
      return NashData.byColumn(table, "race");
    }

    @Override
    Set<String> without() {
      return Set.of("income");
    }
  },
  BANK_AGE("bank-age", new Training(1e-3, 0.3, 512, 50, 14)) {
    @Override
    Table table(Catalogue catalogue) {
      return catalogue.read("bank");
    }

    @Override
    IntUnaryOperator label(Table table) {
      return of(table, "y", "no", 1);
    }

    @Override
    Groups groups(Table table) {
      double[] age = table.numeric("age").values();
      return NashData.twoGroups("age", List.of("<=25", ">25"), age.length, i -> age[i] > 25);
    }

    @Override
    Set<String> without() {
      return Set.of("y", "age_group");
    }
  },
  CREDIT_DEFAULT("credit-default-sex", new Training(1e-3, 0.5, 512, 100, 99)) {
    @Override
    Table table(Catalogue catalogue) {
      return catalogue.read("credit-default");
    }

    @Override
    IntUnaryOperator label(Table table) {
      return of(table, "default payment", "1", 0);
    }

    @Override
    Groups groups(Table table) {
      return NashData.byColumn(table, "SEX");
    }

    @Override
    Set<String> without() {
      return Set.of("default payment");
    }
  },
  CRIME("communities-crime", new Training(1e-4, 0.2, 32, 50, 14)) {
    @Override
    Table table(Catalogue catalogue) {
      Table table = catalogue.read("communities");
      Set<String> incomplete = NashData.incomplete(table);
      return new Table(
          table.origin(),
          table.columns().stream().filter(column -> !incomplete.contains(column.name())).toList(),
          table.rows());
    }

    @Override
    IntUnaryOperator label(Table table) {
      double[] crimes = table.numeric("ViolentCrimesPerPop").values();
      return i -> crimes[i] < 0.7 ? 1 : 0;
    }

    @Override
    Groups groups(Table table) {
      return NashData.byColumn(table, "black_share");
    }

    @Override
    Set<String> without() {
      return Set.of("ViolentCrimesPerPop", "racepctblack", "communityname", "fold");
    }
  },
  STUDENT("student-por-sex", new Training(1e-3, 0.05, 32, 50, 9)) {
    @Override
    Table table(Catalogue catalogue) {
      return catalogue.read("student-por");
    }

    @Override
    IntUnaryOperator label(Table table) {
      double[] grade = table.numeric("G3").values();
      return i -> grade[i] >= 10 ? 1 : 0;
    }

    @Override
    Groups groups(Table table) {
      return NashData.byColumn(table, "sex");
    }

    @Override
    Set<String> without() {
      return Set.of("G3");
    }
  };

  private final String id;
  private final Training training;

  NashSetting(String id, Training training) {
    this.id = id;
    this.training = training;
  }

  /**
   * @param rate of SGD
   * @param dropout after each hidden layer
   * @param batch rows of a step
   * @param epochs passes
   * @param bargaining passes of stage 1: the authors' {@code bargain_epochs} less one
   */
  record Training(double rate, double dropout, int batch, int epochs, int bargaining) {}

  /** The file of its split, without ending. */
  String id() {
    return id;
  }

  Training training() {
    return training;
  }

  /** Rows in the order that the split counts. */
  abstract Table table(Catalogue catalogue);

  /** From a row to 1 for the favourable label, else 0. */
  abstract IntUnaryOperator label(Table table);

  abstract Groups groups(Table table);

  /** Columns that are no features; the sensitive one stays one. */
  abstract Set<String> without();

  /** Test rows first. */
  private static Table adult(Catalogue catalogue) {
    Table test = catalogue.read("adult:test");
    Table training = catalogue.read("adult:training");
    Table both = catalogue.read("adult:all");
    int[] order = new int[both.rows()];
    Arrays.setAll(order, i -> i < test.rows() ? training.rows() + i : i - test.rows());
    return both.select(order);
  }

  private static IntUnaryOperator of(Table table, String column, String value, int label) {
    Column values = table.column(column);
    return i -> value.equals(values.text(i)) ? label : 1 - label;
  }
}
