package evenhand.torch;

import org.bytedeco.javacpp.Pointer;

/** What the process holds besides the Java heap. */
public final class NativeMemory {

  private NativeMemory() {}

  /** In bytes; exact where the JVM touches all of the heap it takes, as the build has it do. */
  public static long bytes() {
    return Pointer.physicalBytes() - Runtime.getRuntime().totalMemory();
  }
}
