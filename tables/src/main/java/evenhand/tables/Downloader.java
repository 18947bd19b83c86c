package evenhand.tables;

import evenhand.data.DataException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Brings one address into one partial file, going on where an attempt before broke off. */
final class Downloader {

  private final FetchOptions options;
  private final FetchProgress progress;
  private final HttpClient client;

  Downloader(FetchOptions options, FetchProgress progress) {
    this.options = options;
    this.progress = progress;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(options.connect())
            .build();
  }

  /** Why an attempt did not bring the file, and whether another may. */
  static final class FailedAttempt extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final boolean worthAnother;

    FailedAttempt(String reason, boolean worthAnother) {
      super(reason);
      this.reason = reason;
      this.worthAnother = worthAnother;
    }

    String reason() {
      return reason;
    }
  }

  /**
   * @param most bytes that may come; more are refused
   * @param check looks at the complete file, and throws what is wrong with it
   * @throws FailedAttempt the last one, when all attempts are used or another is not worth it
   */
  void download(URI url, PartialFile part, long most, Check check) throws FailedAttempt {
    for (int attempt = 1; ; attempt++) {
      boolean resumed = part.size() > 0;
      try {
        attempt(url, part, most);
        check.complete(part);
        return;
      } catch (FailedAttempt e) {
        progress.failed(url, e.reason());
        boolean again = e.worthAnother || (resumed && part.size() == 0);
        if (!again || attempt >= options.attempts()) {
          throw e;
        }
        pause(options.pause().multipliedBy(1L << Math.min(attempt - 1, 10)));
      }
    }
  }

  /** Looks at a file that came to its end. */
  @FunctionalInterface
  interface Check {
    void complete(PartialFile part) throws FailedAttempt;
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("the download was interrupted; fetching again goes on with it", e);
    }
  }

  private void attempt(URI url, PartialFile part, long most) throws FailedAttempt {
    long have = part.size();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url).header("User-Agent", "evenhand").GET();
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-");
      part.versionFrom(url).ifPresent(version -> request.header("If-Range", version));
    }
    HttpResponse<TimedBody> response = send(request.build());
    try (TimedBody body = response.body()) {
      OptionalLong total = accept(response, part, url, have);
      if (total.orElse(0) > most) {
        throw new FailedAttempt(
            "the server offers %d bytes where at most %d are expected"
                .formatted(total.orElseThrow(), most),
            false);
      }
      copy(url, body, part, most, total);
    }
  }

  private HttpResponse<TimedBody> send(HttpRequest request) throws FailedAttempt {
    CompletableFuture<HttpResponse<TimedBody>> sent =
        client.sendAsync(request, info -> new TimedBody());
    try {
      Duration wait = options.connect().plus(options.stall());
      return sent.get(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new FailedAttempt("the server did not answer in time", true);
    } catch (ExecutionException e) {
      boolean timeout = e.getCause() instanceof HttpTimeoutException;
      throw new FailedAttempt(
          timeout ? "no connection in time" : "no connection: " + reason(e), true);
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new DataException("the download was interrupted; fetching again goes on with it", e);
    }
  }

  private static String reason(ExecutionException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }

  /**
   * Readies the file for what the server will send, and tells its full size where that is known.
   */
  private static OptionalLong accept(
      HttpResponse<TimedBody> response, PartialFile part, URI url, long have) throws FailedAttempt {
    OptionalLong length = response.headers().firstValueAsLong("Content-Length");
    int status = response.statusCode();
    if (status == 206 && startsAt(response, have)) {
      return length.isPresent() ? OptionalLong.of(have + length.getAsLong()) : length;
    }
    if (status == 200) {
      part.restart(url, version(response));
      return length;
    }
    if (status == 206 || status == 416) {
      part.restart(url, Optional.empty());
      throw new FailedAttempt("the server can't go on where the download broke off", true);
    }
    boolean passing = status >= 500 || status == 408 || status == 429;
    throw new FailedAttempt("the server answers with status " + status, passing);
  }

  private static boolean startsAt(HttpResponse<?> response, long have) {
    return response
        .headers()
        .firstValue("Content-Range")
        .map(range -> range.startsWith("bytes " + have + "-"))
        .orElse(false);
  }

  /** What a later request may name this version by: a strong ETag, else its date. */
  private static Optional<String> version(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified"))
        .filter(text -> text.length() <= 1000 && !text.contains("\n"));
  }

  private void copy(URI url, TimedBody body, PartialFile part, long most, OptionalLong total)
      throws FailedAttempt {
    try {
      progress.received(url, part.size(), total);
      Optional<List<ByteBuffer>> bytes = body.next(options.stall());
      while (bytes.isPresent()) {
        part.append(bytes.get());
        long size = part.size();
        if (size > most) {
          part.restart(url, Optional.empty());
          throw new FailedAttempt(
              "the server sends more than the %d bytes expected".formatted(most), false);
        }
        progress.received(url, size, total);
        bytes = body.next(options.stall());
      }
    } catch (HttpTimeoutException e) {
      throw new FailedAttempt("the server stalled: " + e.getMessage(), true);
    } catch (IOException e) {
      throw new FailedAttempt("the connection broke: " + e.getMessage(), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataException("the download was interrupted; fetching again goes on with it", e);
    }
  }
}
