package org.vellum.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The programs of the bundled PostgreSQL ({@code postgres}, {@code initdb}, {@code pg_ctl}).
 * PostgreSQL refuses to run as root, so a root account runs them in a user namespace of their own,
 * where it is nobody.
 */
final class PostgresPrograms {

  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Pattern VERSION = Pattern.compile("PostgreSQL\\) ((\\d+)[\\w.]*)");
  private static final boolean WINDOWS = osName().startsWith("windows");
  private static final boolean ROOT =
      osName().startsWith("linux") && "root".equals(System.getProperty("user.name"));

  private final Path folder;
  private final Path logs;

  private PostgresPrograms(Path folder, Path logs) {
    this.folder = folder;
    this.logs = logs;
  }

  /** Unpacks the programs of this machine's platform into the folder, unless they are there. */
  static PostgresPrograms in(DatabaseFolder folder) throws IOException, DatabaseUnavailable {
    OwnerOnly.folder(folder.programs());
    OwnerOnly.folder(folder.logs());
    String archive = "postgres-%s-%s.txz".formatted(platform(), architecture());
    try (InputStream packed = PostgresPrograms.class.getResourceAsStream("/" + archive)) {
      if (packed == null) {
        throw new DatabaseUnavailable(
            "No PostgreSQL is bundled for this platform (%s): set vellum.database.url to an external one."
                .formatted(archive));
      }
      Path unpacked = PackedPrograms.unpack(packed.readAllBytes(), folder.programs());
      return new PostgresPrograms(unpacked, folder.logs());
    }
  }

  /** For example {@code 18}: clusters of another major version cannot be opened. */
  String majorVersion() throws IOException, DatabaseUnavailable {
    return version().group(2);
  }

  /** For example {@code 18.6}. */
  String fullVersion() throws IOException, DatabaseUnavailable {
    return version().group(1);
  }

  private Matcher version() throws IOException, DatabaseUnavailable {
    String said = run("postgres", SHORT, "--version");
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      throw new DatabaseUnavailable("The bundled PostgreSQL does not tell its version: " + said);
    }
    return version;
  }

  /**
   * Runs one program to its end.
   *
   * @return what it printed
   * @throws DatabaseUnavailable when it fails or takes longer than the limit; the message carries
   *     the end of what it printed
   */
  String run(String program, Duration limit, String... arguments)
      throws IOException, DatabaseUnavailable {
    // A file, not a pipe: the postmaster inherits it and would keep a pipe open for its whole life.
    Path output = logs.resolve(program + ".log");
    List<String> command = new ArrayList<>();
    if (ROOT) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(folder.resolve("bin").resolve(WINDOWS ? program + ".exe" : program).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    Process process = builder.redirectOutput(output.toFile()).directory(logs.toFile()).start();
    process.getOutputStream().close();
    boolean ended = endsWithin(process, limit);
    String said = Files.readString(output).strip();
    if (!ended) {
      process.destroyForcibly();
      throw new DatabaseUnavailable(
          "%s did not end within %d seconds: %s".formatted(program, limit.toSeconds(), said));
    }
    if (process.exitValue() != 0) {
      throw new DatabaseUnavailable("%s failed: %s".formatted(program, said));
    }
    return said;
  }

  private static boolean endsWithin(Process process, Duration limit) throws DatabaseUnavailable {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("Interrupted while PostgreSQL was being started.", e);
    }
  }

  private static String platform() {
    String name = osName();
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
  }

  private static String architecture() {
    String architecture = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return architecture.equals("aarch64") ? "arm_64" : "x86_64";
  }

  private static String osName() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT);
  }
}
