package evenhand.torch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import evenhand.data.DataException;
import evenhand.learner.Scorer;
import evenhand.model.ScorerFormat;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@link MlpScorer} as safetensors: eight bytes with the size of a JSON header, the header, and the
 * values of {@code layers.0.weight} [outputs, inputs], {@code layers.0.bias} [outputs] and so on,
 * 32-bit and little-endian, as PyTorch's state dictionaries are written.
 */
public final class MlpFormat implements ScorerFormat {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LARGEST_HEADER = 1 << 16;
  private static final int MOST_LAYERS = 64;

  @Override
  public String id() {
    return "mlp.safetensors";
  }

  @Override
  public Optional<byte[]> write(Scorer scorer) {
    if (!(scorer instanceof MlpScorer mlp)) {
      return Optional.empty();
    }
    List<Layer.Linear> layers = new Mlp(mlp.columns(), mlp.hidden(), 0).layers();
    ObjectNode header = JSON.createObjectNode();
    for (int l = 0; l < layers.size(); l++) {
      Layer.Linear layer = layers.get(l);
      describe(header, weight(l), layer.at(), layer.biasAt(), layer.outputs(), layer.inputs());
      describe(header, bias(l), layer.biasAt(), layer.end(), layer.outputs());
    }
    byte[] text;
    try {
      text = JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
    int padded = (text.length + 7) / 8 * 8;
    float[] theta = mlp.theta();
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + padded + 4 * theta.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(padded).put(text);
    while (bytes.position() < 8 + padded) {
      bytes.put((byte) ' ');
    }
    bytes.asFloatBuffer().put(theta);
    return Optional.of(bytes.array());
  }

  private static void describe(ObjectNode header, String name, int from, int to, int... shape) {
    ObjectNode tensor = header.putObject(name).put("dtype", "F32");
    for (int size : shape) {
      tensor.withArray("shape").add(size);
    }
    tensor.putArray("data_offsets").add(4L * from).add(4L * to);
  }

  private static String weight(int layer) {
    return "layers." + layer + ".weight";
  }

  private static String bias(int layer) {
    return "layers." + layer + ".bias";
  }

  @Override
  public Scorer read(byte[] bytes, int columns) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 8) {
      throw new DataException("a network is truncated");
    }
    long size = buffer.getLong();
    if (size < 2 || size > LARGEST_HEADER || size > bytes.length - 8) {
      throw new DataException("a network's header is of an impossible size");
    }
    JsonNode header = header(bytes, (int) size);
    List<Integer> hidden = hidden(header, columns, (bytes.length - 8 - (int) size) / 4);
    Mlp network = new Mlp(columns, hidden, 0);
    float[] theta = new float[network.parameters()];
    if (bytes.length != 8 + size + 4L * theta.length) {
      throw new DataException("a network's values are not as many as its header says");
    }
    buffer.position(8 + (int) size);
    buffer.asFloatBuffer().get(theta);
    requireOrder(header, network);
    return new MlpScorer(columns, hidden, theta);
  }

  private static JsonNode header(byte[] bytes, int size) {
    try {
      return JSON.readTree(bytes, 8, size);
    } catch (IOException e) {
      throw new DataException("a network's header is not JSON", e);
    }
  }

  private static List<Integer> hidden(JsonNode header, int columns, int values) {
    int layers = header.size() / 2;
    if (layers < 1 || layers > MOST_LAYERS || header.size() % 2 != 0) {
      throw new DataException("a network has no layers, or too many");
    }
    List<Integer> hidden = new ArrayList<>();
    long inputs = columns;
    long needed = 0;
    for (int l = 0; l < layers; l++) {
      JsonNode shape = header.path(weight(l)).path("shape");
      long outputs = shape.path(0).asLong(-1);
      if (shape.size() != 2 || shape.path(1).asLong(-1) != inputs || outputs < 1) {
        throw new DataException(
            "layer %d of a network does not take the %d numbers it is given".formatted(l, inputs));
      }
      needed += (inputs + 1) * outputs;
      if (needed > values) {
        throw new DataException("a network's values are not as many as its header says");
      }
      if (l < layers - 1) {
        hidden.add((int) outputs);
      } else if (outputs != 1) {
        throw new DataException("a network ends in %d numbers, not in one".formatted(outputs));
      }
      inputs = outputs;
    }
    return hidden;
  }

  private static void requireOrder(JsonNode header, Mlp network) {
    List<Layer.Linear> layers = network.layers();
    for (int l = 0; l < layers.size(); l++) {
      Layer.Linear layer = layers.get(l);
      requirePlace(header.path(weight(l)), layer.at(), layer.biasAt());
      requirePlace(header.path(bias(l)), layer.biasAt(), layer.end());
    }
  }

  private static void requirePlace(JsonNode tensor, int from, int to) {
    JsonNode offsets = tensor.path("data_offsets");
    if (!tensor.path("dtype").asText().equals("F32")
        || offsets.path(0).asLong(-1) != 4L * from
        || offsets.path(1).asLong(-1) != 4L * to) {
      throw new DataException("a network's values are not where they are expected");
    }
  }
}
