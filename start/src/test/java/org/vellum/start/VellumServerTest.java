package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VellumServerTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void a_server_is_ready_when_it_says_so_and_gone_when_stopped() throws Exception {
    VellumServer server = aServer("vellum");
    server.start();
    server.awaitReady(LIMIT);
    assertThat(server.isReady()).isTrue();
    assertThat(server.lastMessages(1)).containsExactly("stand-in vellum true");
    assertThat(server.data().resolve("server.pid")).exists();

    server.stop();

    assertThat(server.isRunning()).isFalse();
    assertThat(server.isReady()).isFalse();
    assertThat(server.data().resolve("server.pid")).doesNotExist();
  }

  @Test
  void a_server_that_ends_while_it_starts_is_told_with_the_place_of_its_messages()
      throws Exception {
    try (VellumServer server = aServer("ends")) {
      server.start();
      assertThatThrownBy(() -> server.awaitReady(LIMIT))
          .isInstanceOf(CannotStart.class)
          .hasMessageStartingWith("Vellum cannot start: the server ended while it started; see ");
    }
  }

  @Test
  void an_application_that_did_not_start_is_told_at_once_and_not_held_against_the_next_start()
      throws Exception {
    VellumServer broken = aServer("broken");
    broken.start();
    assertThatThrownBy(() -> broken.awaitReady(LIMIT))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("Vellum cannot start: the application did not start; see ");
    assertThat(broken.isRunning()).isFalse();

    new ServerLog(broken.data().resolve("server/broken/logs")).begin();
    assertThat(new ServerLog(broken.data().resolve("server/broken/logs")).failure()).isEmpty();
  }

  @Test
  void a_server_that_is_never_ready_is_stopped() throws Exception {
    VellumServer server = aServer("never-ready");
    server.start();
    assertThatThrownBy(() -> server.awaitReady(Duration.ofSeconds(3)))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("Vellum cannot start: the server was not ready after 3 seconds");
    assertThat(server.isRunning()).isFalse();
  }

  @Test
  void a_second_server_on_the_data_folder_is_refused_until_the_first_is_gone() throws Exception {
    try (VellumServer first = aServer("vellum")) {
      first.start();
      VellumServer second = aServer("other");
      assertThatThrownBy(second::start)
          .isInstanceOf(CannotStart.class)
          .hasMessage("Vellum cannot start: another Vellum uses the data folder %s.", first.data());
      assertThat(first.isRunning()).isTrue();
      first.kill();
      second.start();
      assertThat(second.isRunning()).isTrue();
      second.stop();
    }
  }

  private VellumServer aServer(String name) throws Exception {
    Path root = Files.createDirectories(folder.resolve(name));
    return VellumServer.in(StandIn.serverFolder(root, name))
        .data(folder.resolve("data"))
        .freePorts();
  }
}
