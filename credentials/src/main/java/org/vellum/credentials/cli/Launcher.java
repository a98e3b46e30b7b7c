package org.vellum.credentials.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the command line begins. It alone is compiled for Java 11: started by a Java too old for
 * the rest, it goes on with a newer one that is installed beside it, or says in a sentence that
 * there is none.
 */
public final class Launcher {
  private static final int NEEDED = 21;

  /** EX_UNAVAILABLE of sysexits.h. */
  private static final int NO_JAVA = 69;

  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

  private Launcher() {}

  /** Runs the command with this Java or a newer one. */
  public static void main(String[] arguments) throws Exception {
    if (Runtime.version().feature() >= NEEDED) {
      Class.forName("org.vellum.credentials.cli.CredentialsCommand")
          .getMethod("main", String[].class)
          .invoke(null, (Object) arguments);
      return;
    }
    Path here = Path.of(System.getProperty("java.home"));
    Optional<Path> newer = newEnough(installedBeside(here));
    if (newer.isEmpty()) {
      System.err.println(
          "This program needs Java "
              + NEEDED
              + " or newer; this one is of version "
              + Runtime.version().feature()
              + ", and there is no newer one beside "
              + here
              + ".");
      System.exit(NO_JAVA);
    }
    System.exit(run(newer.get(), arguments));
  }

  /** The first of these Java homes that is new enough, by its file {@code release}. */
  static Optional<Path> newEnough(List<Path> homes) {
    return homes.stream().filter(home -> version(home) >= NEEDED).findFirst();
  }

  private static int version(Path home) {
    try {
      Matcher matcher = VERSION.matcher(Files.readString(home.resolve("release")));
      return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<Path> installedBeside(Path here) throws IOException {
    List<Path> homes = new ArrayList<>();
    String named = System.getenv("JAVA_HOME");
    if (named != null) {
      homes.add(Path.of(named));
    }
    Path folder = here.getParent();
    if (folder != null && Files.isDirectory(folder)) {
      try (DirectoryStream<Path> beside = Files.newDirectoryStream(folder)) {
        beside.forEach(homes::add);
      }
    }
    return homes;
  }

  private static int run(Path home, String[] arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path").split(File.pathSeparator, 2)[0]);
    command.add("org.vellum.credentials.cli.CredentialsCommand");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
