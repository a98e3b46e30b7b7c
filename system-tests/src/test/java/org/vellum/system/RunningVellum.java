package org.vellum.system;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.vellum.start.ApiRefused;
import org.vellum.start.Demonstration;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;
import org.vellum.start.VellumServer;

/**
 * The application on its own server with its own database, started once for all tests of this run
 * and stopped after the last. Credentials tell the hashed e-mail address, as the conformance tests
 * of Open Badges 3.0 look for it.
 */
final class RunningVellum implements BeforeAllCallback {
  private static final Duration START = Duration.ofMinutes(4);

  @Override
  public void beforeAll(ExtensionContext context) {
    Shared.running();
  }

  URI address() {
    return Shared.running().server().address();
  }

  VellumServer server() {
    return Shared.running().server();
  }

  /** The password of somebody of the demonstration. */
  String password(String name) {
    return Shared.running().passwords().getOrDefault(name, "");
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

  private record Shared(VellumServer server, Map<String, String> passwords) {
    private static final Path ROOT = Path.of(System.getProperty("vellum.root"));

    static Shared running() {
      return Holder.SHARED;
    }

    private static Shared start() {
      try {
        VellumServer server =
            VellumServer.in(ROOT.resolve("ear/target/liberty/wlp/usr/servers/vellum"))
                .data(Path.of("target", "vellum-" + ProcessHandle.current().pid()))
                .freePorts()
                .shortLived()
                .with("vellum.transcript.email-identity", "true")
                .with("vellum.platform.internal-servers", LmsSimulator.running().origin());
        Map<String, String> passwords = Demonstration.signInNames(server);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop-vellum"));
        server.start();
        server.awaitReady(START);
        return new Shared(server, passwords);
      } catch (Exception e) {
        throw new IllegalStateException("Vellum did not start for the system tests", e);
      }
    }
  }

  /** Holds what starts on first use. */
  private static final class Holder {
    private static final Shared SHARED = Shared.start();
  }
}
