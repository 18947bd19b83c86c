package evenhand.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The style and scripts that pages carry in them. */
final class Resources {

  private static final String ECHARTS = "/META-INF/maven/org.webjars.npm/echarts/pom.properties";

  private Resources() {}

  /** A file of this package. */
  static String text(String name) {
    return read(name).replace("\r\n", "\n");
  }

  /** The minified script of the web jar on the class path. */
  static String echarts() {
    String script =
        read(
            "/META-INF/resources/webjars/echarts/%s/dist/echarts.min.js"
                .formatted(echartsVersion()));
    if (script.contains("</script") || script.contains("<!--")) {
      throw new IllegalStateException("this version of ECharts can't stand inside a page");
    }
    return script.replace("\r\n", "\n");
  }

  static String echartsVersion() {
    Properties properties = new Properties();
    try (InputStream in = open(ECHARTS)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }

  private static String read(String name) {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Resources.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("the class path lacks " + name);
    }
    return in;
  }
}
