package evenhand.torch.meta;

/** From logits to classes. */
public final class Predictions {

  private Predictions() {}

  /**
   * @param logits shape [rows, k], row-major
   * @return the class of the largest logit, the first where several are; of one logit, 1 from 0 on
   */
  public static int[] of(double[] logits, int rows) {
    int[] classes = new int[rows];
    int outputs = rows == 0 ? 1 : logits.length / rows;
    for (int i = 0; i < rows; i++) {
      if (outputs == 1) {
        classes[i] = logits[i] >= 0 ? 1 : 0;
      } else {
        for (int c = 1; c < outputs; c++) {
          if (logits[i * outputs + c] > logits[i * outputs + classes[i]]) {
            classes[i] = c;
          }
        }
      }
    }
    return classes;
  }
}
