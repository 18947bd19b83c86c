package evenhand.tables;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** An HTTP server on the loopback address that answers each request as it was told to, in turn. */
final class MisbehavingServer implements AutoCloseable {

  /** Answers one request. */
  @FunctionalInterface
  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Deque<Answer> script = new ArrayDeque<>();
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch closing = new CountDownLatch(1);

  MisbehavingServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** What it does next; the last answer is given from then on. */
  MisbehavingServer then(Answer answer) {
    script.add(answer);
    return this;
  }

  /** What it does from now on, whatever was said before. */
  void only(Answer answer) {
    synchronized (script) {
      script.clear();
      script.add(answer);
    }
  }

  String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** Path, Range and If-Range of every request, in their order. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(
        exchange.getRequestURI().getPath()
            + " "
            + exchange.getRequestHeaders().getFirst("Range")
            + " "
            + exchange.getRequestHeaders().getFirst("If-Range"));
    Answer next;
    synchronized (script) {
      next = script.size() > 1 ? script.remove() : script.element();
    }
    try (exchange) {
      next.to(exchange);
    }
  }

  /** Sends everything, or the rest where a part is asked for of this very version. */
  static Answer whole(byte[] bytes, String tag) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", tag);
      int from = from(exchange, tag, bytes.length);
      send(exchange, bytes, from, bytes.length - from);
    };
  }

  /** Promises everything, and breaks off after so many bytes. */
  static Answer truncated(byte[] bytes, String tag, int sent) {
    return exchange -> {
      exchange.getResponseHeaders().set("ETag", tag);
      int from = from(exchange, tag, bytes.length);
      send(exchange, bytes, from, sent);
    };
  }

  /** Sends everything from its start, whatever is asked for, and no version. */
  static Answer ignoringRange(byte[] bytes) {
    return exchange -> send(exchange, bytes, 0, bytes.length);
  }

  /** Goes on where asked to without a word on versions. */
  static Answer withoutVersions(byte[] bytes, int sent) {
    return exchange -> {
      int from = from(exchange, "", bytes.length);
      send(exchange, bytes, from, Math.min(sent, bytes.length - from));
    };
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  /** Sends some bytes, then nothing, without closing the connection. */
  Answer stalling(byte[] bytes, int sent) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, sent);
      exchange.getResponseBody().flush();
      await();
    };
  }

  /** Never answers. */
  Answer silent() {
    return exchange -> await();
  }

  /** Sends bytes without saying how many, without end. */
  static Answer endless() {
    return exchange -> {
      exchange.sendResponseHeaders(200, 0);
      byte[] block = new byte[1000];
      try (OutputStream out = exchange.getResponseBody()) {
        for (int i = 0; i < 100_000; i++) {
          out.write(block);
        }
      } catch (IOException e) {
        // the client has had enough, as it should
      }
    };
  }

  static Answer redirect(String path) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", path);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  private void await() throws IOException {
    try {
      closing.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static int from(HttpExchange exchange, String tag, int length) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    String version = exchange.getRequestHeaders().getFirst("If-Range");
    boolean same = tag.isEmpty() || tag.equals(version);
    if (range == null || !same) {
      return 0;
    }
    int from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    exchange
        .getResponseHeaders()
        .set("Content-Range", "bytes %d-%d/%d".formatted(from, length - 1, length));
    return from;
  }

  private static void send(HttpExchange exchange, byte[] bytes, int from, int sent)
      throws IOException {
    boolean part = exchange.getResponseHeaders().containsKey("Content-Range");
    exchange.sendResponseHeaders(part ? 206 : 200, bytes.length - from);
    try {
      exchange.getResponseBody().write(Arrays.copyOfRange(bytes, from, from + sent));
      exchange.getResponseBody().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
