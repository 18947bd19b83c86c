package evenhand.calibrate;

import evenhand.data.DataException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The calibrators by name, the simplest first. */
public enum CalibrationMethod {
  /** The scores stay as they are. */
  IDENTITY(rows -> new IdentityMap(rows.scale())),
  TEMPERATURE(new TemperatureScaling()),
  PLATT(new PlattScaling()),
  BETA(new BetaCalibration()),
  ISOTONIC(new IsotonicRegression());

  private final Calibrator calibrator;

  CalibrationMethod(Calibrator calibrator) {
    this.calibrator = calibrator;
  }

  public Calibrator calibrator() {
    return calibrator;
  }

  /** Such as {@code platt}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What {@link #named} takes for all of them. */
  public static final String AUTO = "auto";

  /**
   * The methods to choose from: one, or all for {@code auto}, the simplest first.
   *
   * @throws DataException for another name
   */
  public static List<CalibrationMethod> named(String name) {
    if (name.equals(AUTO)) {
      return List.of(values());
    }
    return Arrays.stream(values())
        .filter(method -> method.id().equals(name))
        .findFirst()
        .map(List::of)
        .orElseThrow(
            () ->
                new DataException(
                    "there is no calibration method %s; there are identity, temperature, platt, beta, isotonic and auto"
                        .formatted(name)));
  }
}
