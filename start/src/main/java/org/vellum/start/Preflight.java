package org.vellum.start;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Looks whether Vellum can start on this machine, before the long build and again before the start.
 * It is run from this source file when nothing is compiled yet, so it uses nothing else of ours.
 */
public final class Preflight {

  static final int OLDEST_JAVA = 21;
  static final long MEMORY_MEGABYTES = 1_200;
  static final long DISK_MEGABYTES = 1_500;

  private static final long MEGABYTE = 1 << 20;
  private static final int HIGHEST_PORT = 65_535;
  private static final Path MEMORY_OF_LINUX = Path.of("/proc/meminfo");

  private Preflight() {}

  /**
   * What the person asked for.
   *
   * @param data folder that will hold everything that is kept
   * @param httpPort as written by the person
   * @param httpsPort as written by the person
   */
  record Wanted(Path data, String httpPort, String httpsPort) {}

  /**
   * What the machine gives.
   *
   * @param java feature version of the JDK that will run the server
   * @param memoryBytes memory that programs can still get
   * @param diskBytes space left on the disk of a folder that exists
   * @param portTaken whether something listens on a port
   * @param writable whether a file can be made in a folder that exists
   */
  record Machine(
      int java,
      long memoryBytes,
      ToLongFunction<Path> diskBytes,
      IntPredicate portTaken,
      Predicate<Path> writable) {

    static Machine thisOne(int java) {
      return new Machine(
          java, availableMemory(), Preflight::diskLeft, Preflight::taken, Preflight::canWrite);
    }
  }

  /**
   * With four arguments, the data folder, the HTTP port, the HTTPS port and a file: looks, and
   * makes the file when Vellum can start; otherwise says one sentence and exits with 1. With one
   * argument, a file: writes into it the home of the JDK that runs this.
   */
  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[arguments.length - 1]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (arguments.length == 1) {
      Files.writeString(file, System.getProperty("java.home"));
      return;
    }
    Files.deleteIfExists(file);
    Wanted wanted = new Wanted(Path.of(arguments[0]), arguments[1], arguments[2]);
    Optional<String> objection = objection(wanted, Machine.thisOne(newestJava()));
    if (objection.isPresent()) {
      System.err.println();
      System.err.println("Vellum cannot start: " + objection.get());
      System.err.println();
      System.exit(1);
    }
    Files.createFile(file);
    System.out.println("[1/6] This machine can run Vellum.");
    System.out.println("[2/6] Building. The first time takes minutes and downloads the server.");
  }

  /** The first reason why it cannot start, as one sentence; empty when nothing speaks against. */
  static Optional<String> objection(Wanted wanted, Machine machine) {
    return Stream.of(
            tooOld(machine),
            stillRunning(wanted),
            busy("http", wanted.httpPort, machine),
            busy("https", wanted.httpsPort, machine),
            unwritable(wanted, machine),
            tooLittle("memory", machine.memoryBytes, MEMORY_MEGABYTES),
            tooLittle(
                "disk space", machine.diskBytes.applyAsLong(existing(wanted.data)), DISK_MEGABYTES))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> tooOld(Machine machine) {
    return machine.java >= OLDEST_JAVA
        ? Optional.empty()
        : Optional.of(
            "it needs a JDK of version %d or newer and found version %d; install one and try again."
                .formatted(OLDEST_JAVA, machine.java));
  }

  /** A server whose starter was killed goes on alone. */
  private static Optional<String> stillRunning(Wanted wanted) {
    try {
      Path file = wanted.data.resolve("server.pid");
      long pid = Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : 0;
      return ProcessHandle.of(pid)
          .filter(process -> process.info().command().filter(c -> c.contains("java")).isPresent())
          .map(process ->
              "a server started earlier still uses %s; end its process %d and try again."
                  .formatted(wanted.data, pid));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> busy(String protocol, String written, Machine machine) {
    int port;
    try {
      port = Integer.parseInt(written);
    } catch (NumberFormatException e) {
      port = 0;
    }
    if (port < 1 || port > HIGHEST_PORT) {
      return Optional.of(
          "-Dvellum.%s.port=%s is not a port; give a number from 1 to %d."
              .formatted(protocol, written, HIGHEST_PORT));
    }
    return machine.portTaken.test(port)
        ? Optional.of(
            "port %d is in use; free it or choose another with -Dvellum.%s.port=…"
                .formatted(port, protocol))
        : Optional.empty();
  }

  private static Optional<String> unwritable(Wanted wanted, Machine machine) {
    Path existing = existing(wanted.data);
    return Files.isDirectory(existing) && machine.writable.test(existing)
        ? Optional.empty()
        : Optional.of(
            "the data folder %s cannot be written; choose another with -Dvellum.data=…"
                .formatted(wanted.data));
  }

  private static Optional<String> tooLittle(String what, long bytes, long megabytes) {
    return bytes / MEGABYTE >= megabytes
        ? Optional.empty()
        : Optional.of(
            "it needs %d MB of free %s and this machine has %d MB."
                .formatted(megabytes, what, bytes / MEGABYTE));
  }

  /**
   * The newest JDK, by the places where Maven's toolchain looks for one. Who names JDKs in a file
   * of their own has said enough.
   */
  private static int newestJava() {
    Path home = Path.of(System.getProperty("user.home"));
    if (Files.exists(home.resolve(".m2/toolchains.xml"))) {
      return Integer.MAX_VALUE;
    }
    Stream<Path> named =
        System.getenv().entrySet().stream()
            .filter(variable -> variable.getKey().matches("(JAVA|JDK).*_HOME.*"))
            .map(variable -> Path.of(variable.getValue()));
    Stream<Path> usual =
        Stream.of(
                Path.of("/usr/lib/jvm"),
                Path.of("/usr/java"),
                Path.of("/opt/java"),
                Path.of("/Library/Java/JavaVirtualMachines"),
                Path.of("C:/Program Files/Java"),
                Path.of("C:/Program Files/Eclipse Adoptium"),
                home.resolve(".sdkman/candidates/java"),
                home.resolve(".jdks"),
                home.resolve(".jenv/versions"),
                home.resolve("Library/Java/JavaVirtualMachines"))
            .flatMap(Preflight::inside);
    return Stream.concat(named, usual)
        .flatMap(jdk -> Stream.of(jdk, jdk.resolve("Contents/Home")))
        .mapToInt(Preflight::version)
        .reduce(Runtime.version().feature(), Math::max);
  }

  private static Stream<Path> inside(Path folder) {
    File[] files = folder.toFile().listFiles();
    return files == null ? Stream.empty() : Stream.of(files).map(File::toPath);
  }

  /** By the file {@code release} of a JDK, such as {@code JAVA_VERSION="25.0.1"}; 0 without one. */
  private static int version(Path jdk) {
    try {
      boolean compiler =
          Files.exists(jdk.resolve("bin/javac")) || Files.exists(jdk.resolve("bin/javac.exe"));
      return Files.readAllLines(jdk.resolve("release")).stream()
          .filter(line -> compiler && line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }

  private static Path existing(Path path) {
    Path here = path.toAbsolutePath().normalize();
    while (!Files.exists(here) && here.getParent() != null) {
      here = here.getParent();
    }
    return here;
  }

  private static long diskLeft(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE; // a disk that does not tell is no reason to refuse
    }
  }

  private static boolean canWrite(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".vellum", null));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean taken(int port) {
    for (InetAddress address : localhost()) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(address, port));
      } catch (IOException e) {
        if (String.valueOf(e.getMessage()).contains("in use")) {
          return true;
        }
      }
    }
    return false;
  }

  private static InetAddress[] localhost() {
    try {
      return InetAddress.getAllByName("localhost");
    } catch (IOException e) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
  }

  /** Linux tells what programs can still get, caches included; elsewhere all there is must do. */
  private static long availableMemory() {
    try {
      if (Files.exists(MEMORY_OF_LINUX)) {
        return kibibytes("MemAvailable:") << 10;
      }
      return (long)
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(new ObjectName("java.lang:type=OperatingSystem"), "TotalMemorySize");
    } catch (IOException | JMException e) {
      return Long.MAX_VALUE;
    }
  }

  private static long kibibytes(String name) throws IOException {
    for (String line : Files.readAllLines(MEMORY_OF_LINUX)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    return Long.MAX_VALUE >> 10;
  }
}
