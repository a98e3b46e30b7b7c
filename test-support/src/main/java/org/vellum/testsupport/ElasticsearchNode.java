package org.vellum.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A real Elasticsearch node on this machine: the distribution that a module's build unpacks into
 * {@code target/elasticsearch}, or that the system property {@code vellum.elasticsearch} names. It
 * keeps its data in a folder for temporary files, uses little memory and is ended with its JVM, if
 * it was not before.
 *
 * <p>Elasticsearch refuses to run as root. Where the tests do, it is started for a user who may do
 * nothing, from a copy in the folder for temporary files, since that user may not see where the
 * project lies.
 */
public final class ElasticsearchNode implements AutoCloseable {
  private static final String NOBODY = "65534";
  private static final AtomicInteger STARTED = new AtomicInteger();
  private static final Duration LONGEST_START = Duration.ofMinutes(5);
  private static final long PAUSE_MILLIS = 200;

  private static final List<String> EVERY_NODE =
      List.of(
          "-Ecluster.name=vellum-tests-" + ProcessHandle.current().pid(),
          "-Enetwork.host=127.0.0.1",
          "-Expack.security.enabled=false",
          "-Ecluster.routing.allocation.disk.threshold_enabled=false");

  private final Process process;
  private final int httpPort;
  private final int transportPort;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();

  private ElasticsearchNode(Process process, int httpPort, int transportPort, Path log) {
    this.process = process;
    this.httpPort = httpPort;
    this.transportPort = transportPort;
    this.log = log;
  }

  /** The one node that the tests of this JVM share: started when it is first asked for. */
  public static ElasticsearchNode shared() {
    return Shared.NODE;
  }

  /** Begins to start the first node of a cluster. */
  public static ElasticsearchNode begin(String name, int heapMegabytes) {
    return begin(name, shortLived(heapMegabytes), first(name));
  }

  /** The same of one that is measured: its JVM compiles as well as it can. */
  public static ElasticsearchNode beginMeasured(String name, int heapMegabytes) {
    return begin(name, jvm(heapMegabytes), first(name));
  }

  private static List<String> first(String name) {
    return List.of("-Ecluster.initial_master_nodes=" + name);
  }

  /** Begins to start another node of the same cluster, which may become its master. */
  public ElasticsearchNode beginAnother(String name, int heapMegabytes) {
    return begin(
        name,
        shortLived(heapMegabytes),
        List.of("-Ediscovery.seed_hosts=127.0.0.1:" + transportPort));
  }

  private static ElasticsearchNode begin(String name, String jvm, List<String> membership) {
    try {
      Path own = Installed.HERE.folder().resolve(name + "-" + STARTED.incrementAndGet());
      Path home = Installed.HERE.home();
      copy(home.resolve("config"), own.resolve("config"));
      Files.writeString(own.resolve("config").resolve("jvm.options"), jvm);
      Files.createDirectory(own.resolve("tmp"));
      Installed.HERE.give(own);
      Path log = own.resolve("output.log");
      int httpPort = freePort();
      int transportPort = freePort();
      List<String> command = new ArrayList<>();
      if (Installed.AS_ROOT) {
        command.addAll(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
      }
      command.add(home.resolve("bin").resolve("elasticsearch").toString());
      command.add("-Enode.name=" + name);
      command.add("-Epath.data=" + own.resolve("data"));
      command.add("-Epath.logs=" + own.resolve("logs"));
      command.add("-Ehttp.port=" + httpPort);
      command.add("-Etransport.port=" + transportPort);
      command.addAll(EVERY_NODE);
      command.addAll(membership);
      ProcessBuilder builder = new ProcessBuilder(command);
      setEnvironment(builder.environment(), own);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      ElasticsearchNode node = new ElasticsearchNode(builder.start(), httpPort, transportPort, log);
      Installed.HERE.ends(node);
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException("Elasticsearch for tests did not start", e);
    }
  }

  private static String jvm(int heapMegabytes) {
    return """
    -Xms%1$dm
    -Xmx%1$dm
    -XX:+UseSerialGC
    -Djava.io.tmpdir=${ES_TMPDIR}
    """
        .formatted(heapMegabytes);
  }

  private static String shortLived(int heapMegabytes) {
    return jvm(heapMegabytes) + "-XX:TieredStopAtLevel=1\n";
  }

  private static void setEnvironment(Map<String, String> all, Path own) {
    all.put("ES_JAVA_HOME", System.getProperty("java.home"));
    all.put("ES_PATH_CONF", own.resolve("config").toString());
    all.put("ES_TMPDIR", own.resolve("tmp").toString());
    all.put("CLI_JAVA_OPTS", "-Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
  }

  /** Waits until so many nodes are one cluster, as this one sees it. */
  public ElasticsearchNode awaitNodes(int nodes) {
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() - end < 0) {
      if (!process.isAlive()) {
        throw new IllegalStateException("Elasticsearch for tests ended: see " + log);
      }
      if (answers("/_cluster/health?wait_for_nodes=" + nodes + "&timeout=1s")) {
        return this;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while Elasticsearch started", e);
      }
    }
    throw new IllegalStateException("Elasticsearch for tests is not there yet: see " + log);
  }

  private boolean answers(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(url() + path)).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Where it is asked. */
  public String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  /** Ends it as a power cut would. */
  public void kill() {
    // The script starts a JVM that starts the server: the server first, and then who waits for it.
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.stream()
        .map(ProcessHandle::onExit)
        .forEach(exit -> exit.completeOnTimeout(null, 10, TimeUnit.SECONDS).join());
  }

  @Override
  public void close() {
    kill();
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName().toString()));
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /**
   * Where nodes of this JVM live.
   *
   * @param folder each node has a folder of its own in it
   * @param home the unpacked distribution
   * @param nodes what is still to be ended
   */
  private record Installed(Path folder, Path home, List<ElasticsearchNode> nodes) {
    static final String HOME = System.getProperty("vellum.elasticsearch", "target/elasticsearch");
    static final boolean AS_ROOT = ProcessHandle.current().info().user().orElse("").equals("root");
    static final Installed HERE = install();

    private static Installed install() {
      try {
        Path unpacked = unpacked(Path.of(HOME).toAbsolutePath());
        Path folder = Files.createTempDirectory("vellum-elasticsearch");
        Installed here = new Installed(folder, unpacked, new CopyOnWriteArrayList<>());
        Runtime.getRuntime().addShutdownHook(new Thread(here::end));
        if (!AS_ROOT) {
          return here;
        }
        Path home = folder.resolve("home");
        run("cp", "-a", unpacked.toString(), home.toString());
        here.give(folder);
        return new Installed(folder, home, here.nodes);
      } catch (IOException e) {
        throw new UncheckedIOException("Elasticsearch for tests is not there", e);
      }
    }

    private static Path unpacked(Path homes) throws IOException {
      if (!Files.isDirectory(homes)) {
        throw new IOException("the build of a module unpacks it to " + homes);
      }
      try (Stream<Path> all = Files.list(homes)) {
        return all.filter(each -> Files.isDirectory(each.resolve("bin"))).findFirst().orElseThrow();
      }
    }

    /** Lets the user who may do nothing have a folder. */
    void give(Path own) throws IOException {
      if (AS_ROOT) {
        run("chown", "-R", NOBODY + ":" + NOBODY, own.toString());
      }
    }

    void ends(ElasticsearchNode node) {
      nodes.add(node);
    }

    private void end() {
      nodes.forEach(ElasticsearchNode::kill);
      try {
        run("rm", "-rf", folder.toString());
      } catch (IOException e) {
        System.err.println("left behind: " + folder);
      }
    }

    private static void run(String... command) throws IOException {
      try {
        int code = new ProcessBuilder(command).start().waitFor();
        if (code != 0) {
          throw new IOException(String.join(" ", command) + " ended with " + code);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted", e);
      }
    }
  }

  /** Holds the node so that it starts on first use. */
  private static final class Shared {
    private static final ElasticsearchNode NODE = begin("shared", 512).awaitNodes(1);
  }
}
