package org.vellum.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vellum.start.ApiRefused;
import org.vellum.start.Demonstration;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;
import org.vellum.start.VellumServer;

/**
 * The application on its own server with its own database, started once for all tests of this run
 * and stopped after the last; or, where a test needs another configuration, for its class alone.
 * Credentials tell the hashed e-mail address, as the conformance tests of Open Badges 3.0 look for
 * it.
 */
final class RunningVellum implements BeforeAllCallback, AfterAllCallback {
  private static final Duration START = Duration.ofMinutes(4);

  private final @Nullable Callable<Map<String, String>> configuration;
  private @Nullable Running own;

  RunningVellum() {
    this(null);
  }

  private RunningVellum(@Nullable Callable<Map<String, String>> configuration) {
    this.configuration = configuration;
  }

  /**
   * One for a class alone.
   *
   * @param configuration gives what is configured otherwise, when the server is about to start
   */
  static RunningVellum with(Callable<Map<String, String>> configuration) {
    return new RunningVellum(configuration);
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (configuration == null) {
      Holder.shared();
    } else {
      own = Running.start("own", configuration.call());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (own != null) {
      own.server().stop();
    }
  }

  private Running running() {
    return own == null ? Holder.shared() : own;
  }

  URI address() {
    return running().server().address();
  }

  VellumServer server() {
    return running().server();
  }

  /** The password of somebody of the demonstration. */
  String password(String name) {
    return running().passwords().getOrDefault(name, "");
  }

  /** A way to the server for somebody who signed in. */
  PublicApi signedIn(String name) throws ApiRefused {
    PublicApi api = new PublicApi(address());
    api.signIn(name, password(name));
    return api;
  }

  /** A way to the server for a stranger. */
  PublicApi stranger() {
    return new PublicApi(address());
  }

  Institution institution() throws ApiRefused {
    return Institution.at(address(), "registrar", password("registrar"));
  }

  private record Running(VellumServer server, Map<String, String> passwords) {
    private static final Path ROOT = Path.of(System.getProperty("vellum.root"));

    static Running start(String name, Map<String, String> configuration) {
      try {
        VellumServer server =
            VellumServer.in(ROOT.resolve("ear/target/liberty/wlp/usr/servers/vellum"))
                .data(Path.of("target", name + "-" + ProcessHandle.current().pid()))
                .freePorts()
                .shortLived()
                .with("vellum.transcript.email-identity", "true")
                .with("vellum.search.alert-interval", "PT1S")
                .with("vellum.platform.internal-servers", LmsSimulator.running().origin());
        configuration.forEach(server::with);
        Map<String, String> passwords = Demonstration.signInNames(server);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-vellum"));
        server.start();
        server.awaitReady(START);
        return new Running(server, passwords);
      } catch (Exception e) {
        throw new IllegalStateException("Vellum did not start for the system tests", e);
      }
    }
  }

  /** Holds what starts on first use. */
  private static final class Holder {
    private static final Running SHARED = Running.start("vellum", Map.of());

    static Running shared() {
      return SHARED;
    }
  }
}
