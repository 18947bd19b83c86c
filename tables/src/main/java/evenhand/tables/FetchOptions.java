package evenhand.tables;

import java.time.Duration;

/**
 * How patiently files are downloaded.
 *
 * @param connect longest wait for a connection
 * @param stall longest wait for the next bytes
 * @param attempts of each address at most, ≥ 1
 * @param pause before the second attempt; it doubles for each one after
 * @param largestDownload bytes of one download at most; files within are bounded by their known
 *     size
 */
public record FetchOptions(
    Duration connect, Duration stall, int attempts, Duration pause, int largestDownload) {

  public FetchOptions {
    if (connect.isNegative() || connect.isZero() || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException("waits must be positive, were " + connect + ", " + stall);
    }
    if (attempts < 1 || pause.isNegative() || largestDownload < 1) {
      throw new IllegalArgumentException(
          "need attempts ≥ 1, pause ≥ 0, bytes ≥ 1, got %d, %s, %d"
              .formatted(attempts, pause, largestDownload));
    }
  }

  public static FetchOptions defaults() {
    return new FetchOptions(
        Duration.ofSeconds(15), Duration.ofSeconds(30), 4, Duration.ofSeconds(1), 256 << 20);
  }
}
