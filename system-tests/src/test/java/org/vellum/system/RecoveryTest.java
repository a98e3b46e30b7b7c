package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vellum.start.Demonstration;
import org.vellum.start.Institution;
import org.vellum.start.PublicApi;
import org.vellum.start.VellumServer;

/** A server that is ended without warning comes back with all that it had confirmed. */
class RecoveryTest {
  private static final Duration READY = Duration.ofMinutes(4);

  @Test
  void after_kill_9_every_committed_row_is_there() throws Exception {
    Path root = Path.of(System.getProperty("vellum.root"));
    try (VellumServer server =
        VellumServer.in(root.resolve("ear/target/liberty/wlp/usr/servers/vellum"))
            .data(Path.of("target", "killed-" + ProcessHandle.current().pid()))
            .freePorts()) {
      Map<String, String> passwords = Demonstration.signInNames(server);
      server.start();
      server.awaitReady(READY);
      Institution before =
          Institution.at(server.address(), "registrar", passwords.getOrDefault("registrar", ""));
      String framework = before.importFramework();
      String path = "/competency/ims/case/v1p1/CFPackages/" + framework;
      String served = new PublicApi(server.address()).get(path, "application/json").body();

      server.kill();
      server.start();
      server.awaitReady(READY);

      assertThat(new PublicApi(server.address()).get(path, "application/json").body())
          .isEqualTo(served);
      Institution.at(server.address(), "registrar", passwords.getOrDefault("registrar", ""));
    }
  }
}
