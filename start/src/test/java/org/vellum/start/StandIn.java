package org.vellum.start;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands in for Open Liberty: laid out like it, and its program answers {@code /health/ready} or
 * does what its server's name says.
 */
final class StandIn {

  private StandIn() {}

  /** Lays out {@code wlp/usr/servers/<name>} in the folder. */
  static Path serverFolder(Path folder, String name) throws IOException {
    Path wlp = folder.resolve("wlp");
    Files.createDirectories(wlp.resolve("bin/tools"));
    Files.createDirectories(wlp.resolve("lib/platform/java"));
    Files.writeString(wlp.resolve("lib/platform/java/java24.options"), "# none\n");
    Files.writeString(wlp.resolve("lib/platform/java/java9.options"), "# none\n");
    jar(wlp.resolve("bin/tools/ws-server.jar"));
    jar(wlp.resolve("bin/tools/ws-javaagent.jar"));
    Path server = Files.createDirectories(wlp.resolve("usr/servers").resolve(name));
    Files.writeString(server.resolve("jvm.options"), "# a comment\n-Dstand.in=true\n");
    return server;
  }

  private static void jar(Path file) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
    attributes.putValue("Premain-Class", StandIn.class.getName());
    String path = StandIn.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        var bytes = StandIn.class.getResourceAsStream("/" + path)) {
      jar.putNextEntry(new JarEntry(path));
      if (bytes != null) {
        bytes.transferTo(jar);
      }
    }
  }

  /** Called by the JVM, since Liberty has an agent. */
  public static void premain(String arguments, Instrumentation instrumentation) {}

  public static void main(String[] arguments) throws IOException {
    System.out.println("stand-in " + arguments[0] + " " + System.getProperty("stand.in"));
    if (arguments[0].equals("ends")) {
      System.exit(3);
    }
    if (arguments[0].equals("broken")) {
      Files.writeString(Path.of("messages.log"), "E CWWKZ0002E: An exception occurred\n");
    }
    int port = Integer.parseInt(System.getenv("VELLUM_HTTP_PORT"));
    int status = arguments[0].equals("vellum") ? 200 : 503;
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5);
    http.createContext(
        "/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    http.start();
  }
}
