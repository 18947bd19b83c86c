package org.rapaio.jupyter.kernel.channels;

/**
 * In place of the notebook kernel's own class, up to its version 3.0.4, of which two busy cores
 * lose four kernels in ten at their start: a first request that comes before there are handlers
 * ends the thread, and so does its own flag where it looks before that is set. Such a kernel never
 * answers. This one goes on; Jupyter asks again every second.
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
        once();
        Thread.sleep(pause);
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void once() {
    try {
      body.run();
    } catch (RuntimeException e) {
      System.err.println(getName() + " goes on after " + e);
    }
  }

  /** Lets it end after the time it is at. */
  public void shutdown() {
    running = false;
  }
}
