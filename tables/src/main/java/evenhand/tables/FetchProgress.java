package evenhand.tables;

import java.net.URI;
import java.util.OptionalLong;

/** Hears how a download goes on. Called on the thread that fetches. */
public interface FetchProgress {

  /**
   * Some bytes have come, or were there from an attempt before.
   *
   * @param received bytes of the file so far
   * @param total where the server says it
   */
  void received(URI url, long received, OptionalLong total);

  /**
   * An attempt failed.
   *
   * @param reason a sentence
   */
  void failed(URI url, String reason);

  /** Tells nobody. */
  static FetchProgress silent() {
    return new FetchProgress() {
      @Override
      public void received(URI url, long received, OptionalLong total) {}

      @Override
      public void failed(URI url, String reason) {}
    };
  }
}
