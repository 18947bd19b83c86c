package evenhand.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, with a Java that runs the classes under test in place of the jar. */
final class LauncherTest {

  private static final String NAME = "Gr\u00f6\u00dfe d'\u00e9t\u00e9 1.csv";

  @TempDir Path folder;

  @BeforeEach
  void install() throws Exception {
    Path root = Path.of(System.getProperty("user.dir")).resolve("..").normalize();
    Path script = root.resolve("evenhand");
    assumeTrue(Files.isRegularFile(script) && Files.isExecutable(Path.of("/usr/bin/env")));
    Files.copy(script, folder.resolve("evenhand"));
    executable(folder.resolve("evenhand"));
    Files.createDirectories(folder.resolve("cli/target"));
    Files.writeString(folder.resolve("cli/target/evenhand.jar"), "");
    Files.writeString(folder.resolve("cli/target/evenhand.built"), "");
    Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        folder.resolve("jdk/release"),
        "JAVA_VERSION=\"" + System.getProperty("java.version") + "\"\n");
    Files.writeString(
        java,
        """
        #!/bin/sh
        while [ "$1" != -jar ]; do shift; done
        shift 2
        exec '%s' -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -cp '%s' evenhand.cli.Main "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    executable(java);
    // Only a shell is sure to make a file of that name where this Java has no UTF-8 locale.
    write(NAME);
  }

  private void write(String name) throws Exception {
    StringBuilder csv = new StringBuilder("Geschl\u00e4cht,label,pred\n");
    for (int i = 0; i < 80; i++) {
      csv.append(i % 2 == 0 ? "\u00c4" : "\u0130").append(',').append(i % 3 / 2).append(',');
      csv.append(i % 5 / 3).append('\n');
    }
    Path plain = Files.writeString(folder.resolve("plain.csv"), csv.toString());
    Path shell = folder.resolve("copy.sh");
    Files.writeString(shell, "cp \"" + plain + "\" \"" + folder + "/" + name + "\"\n");
    assertThat(run(Map.of(), List.of("/bin/sh", shell.toString())).exitCode()).isZero();
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @SuppressWarnings("ArrayRecordComponent")
  private record Said(int exitCode, byte[] out, String err) {}

  private Said run(Map<String, String> environment, List<String> words) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return new Said(
        process.exitValue(),
        Files.readAllBytes(out),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** Through a script, so that this Java's own locale does not touch the letters. */
  private Said audit(Map<String, String> environment) throws Exception {
    Path script = folder.resolve("audit.sh");
    Files.writeString(
        script,
        "exec ./evenhand audit \""
            + NAME
            + "\" --label label --prediction pred --group Geschl\u00e4cht\n");
    List<String> words = new ArrayList<>(List.of("/bin/bash", script.toString()));
    return run(environment, words);
  }

  @Test
  void namesOfAnyLettersWorkInEveryLocale() throws Exception {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    String jdk = folder.resolve("jdk").toString();
    List<Map<String, String>> locales =
        List.of(
            Map.of(),
            Map.of("LC_ALL", "C"),
            Map.of("LANG", "POSIX"),
            Map.of("LANG", "de_DE.UTF-8"),
            Map.of("LC_ALL", "tr_TR.UTF-8"),
            Map.of("LANG", "C.UTF-8"));
    List<byte[]> outputs = new ArrayList<>();
    for (Map<String, String> locale : locales) {
      Map<String, String> environment = new HashMap<>(locale);
      environment.put("JAVA_HOME", jdk);
      if (!locale.isEmpty()) {
        environment.put("PATH", path);
      }
      Said said = audit(environment);

      // Bash itself complains of a locale that is not installed.
      assertThat(said.err().lines().filter(line -> !line.contains("setlocale")))
          .as("%s", locale)
          .isEmpty();
      assertThat(said.exitCode()).isZero();
      outputs.add(said.out());
      assertThat(said.out()).as("%s", locale).isEqualTo(outputs.get(0));
    }
    assertThat(new String(outputs.get(0), StandardCharsets.UTF_8))
        .contains("Geschl\u00e4cht", "\u0130");
  }
}
