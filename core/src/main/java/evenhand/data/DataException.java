package evenhand.data;

/**
 * The data, configuration or command given is wrong. The message is one sentence for the person who
 * gave it: what is wrong, where (file, row, column), what is allowed.
 */
public class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DataException(String sentence) {
    super(sentence);
  }

  public DataException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
