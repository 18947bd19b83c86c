package evenhand.torch;

/** What computes. */
public enum Device {
  CPU,
  /** The first graphics processor that CUDA sees. */
  CUDA
}
