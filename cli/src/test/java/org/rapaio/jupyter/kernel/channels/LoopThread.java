package org.rapaio.jupyter.kernel.channels;

/**
 * In place of the notebook kernel's own class, up to its version 3.0.4, which sets its flag {@code
 * running} only after the thread has started: a thread that looks first ends at once, and the
 * kernel never answers. On two busy cores that were five of twelve kernels.
 */
public final class LoopThread extends Thread {

  private final long pause;
  private final Runnable body;
  private volatile boolean running = true;

  /**
   * @param pause after each time, in milliseconds
   */
  public LoopThread(String name, long pause, Runnable body) {
    super(name);
    this.pause = pause;
    this.body = body;
  }

  @Override
  public void run() {
    try {
      while (running) {
        body.run();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  /** Lets it end after the time it is at. */
  public void shutdown() {
    running = false;
  }
}
