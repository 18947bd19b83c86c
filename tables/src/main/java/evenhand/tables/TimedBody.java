package evenhand.tables;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of a response as it arrives, read by a thread that will not wait for ever. */
final class TimedBody implements BodySubscriber<TimedBody>, AutoCloseable {

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final CompletionStage<TimedBody> self = CompletableFuture.completedStage(this);

  /**
   * @param bytes empty at the end
   * @param failure null where nothing went wrong
   */
  private record Event(Optional<List<ByteBuffer>> bytes, @Nullable Throwable failure) {}

  /**
   * The next bytes; empty at the end.
   *
   * @throws HttpTimeoutException when nothing came for that long
   * @throws IOException when the connection broke
   */
  Optional<List<ByteBuffer>> next(Duration stall) throws IOException, InterruptedException {
    Event event = events.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
    if (event == null) {
      throw new HttpTimeoutException("nothing came for %d ms".formatted(stall.toMillis()));
    }
    if (event.failure() != null) {
      throw new IOException(String.valueOf(event.failure().getMessage()), event.failure());
    }
    if (event.bytes().isPresent()) {
      subscription.join().request(1);
    }
    return event.bytes();
  }

  @Override
  public CompletionStage<TimedBody> getBody() {
    return self;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    events.add(new Event(Optional.of(bytes), null));
  }

  @Override
  public void onError(Throwable failure) {
    events.add(new Event(Optional.empty(), failure));
  }

  @Override
  public void onComplete() {
    events.add(new Event(Optional.empty(), null));
  }

  /** Gives up what has not been read. */
  @Override
  public void close() {
    if (subscription.isDone()) {
      subscription.join().cancel();
    }
  }
}
