package org.vellum.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {

  private static final long GIGABYTE = 1L << 30;

  @TempDir Path folder;

  @Test
  void a_machine_that_has_everything_meets_no_objection_and_no_file_is_made() {
    assertThat(objection(wanted("9080", "9443"), aMachine())).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_jdk_that_is_too_old_is_named() {
    Preflight.Machine old =
        new Preflight.Machine(17, 8 * GIGABYTE, path -> 8 * GIGABYTE, port -> false, path -> true);
    assertThat(objection(wanted("9080", "9443"), old))
        .contains(
            "it needs a JDK of version 21 or newer and found version 17; install one and try"
                + " again.");
  }

  @Test
  void a_busy_port_is_named_with_the_property_that_changes_it() {
    Preflight.Machine busy =
        new Preflight.Machine(
            25, 8 * GIGABYTE, path -> 8 * GIGABYTE, port -> port == 9443, path -> true);
    assertThat(objection(wanted("9080", "9443"), busy))
        .contains("port 9443 is in use; free it or choose another with -Dvellum.https.port=…");
  }

  @Test
  void a_port_that_something_listens_on_is_seen_as_busy() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(objection(wanted(port, "1"), Preflight.Machine.thisOne(25)))
          .contains(
              "port " + port + " is in use; free it or choose another with -Dvellum.http.port=…");
    }
  }

  @Test
  void what_is_no_port_is_refused() {
    for (String written : new String[] {"0", "65536", "-1", "http", ""}) {
      assertThat(objection(wanted(written, "9443"), aMachine()))
          .contains(
              "-Dvellum.http.port=" + written + " is not a port; give a number from 1 to 65535.");
    }
  }

  @Test
  void too_little_memory_is_told_in_megabytes() {
    Preflight.Machine small =
        new Preflight.Machine(25, GIGABYTE / 2, path -> 8 * GIGABYTE, port -> false, path -> true);
    assertThat(objection(wanted("9080", "9443"), small))
        .contains("it needs 1200 MB of free memory and this machine has 512 MB.");
  }

  @Test
  void too_little_disk_space_is_told_in_megabytes() {
    Preflight.Machine full =
        new Preflight.Machine(25, 8 * GIGABYTE, path -> GIGABYTE, port -> false, path -> true);
    assertThat(objection(wanted("9080", "9443"), full))
        .contains("it needs 1500 MB of free disk space and this machine has 1024 MB.");
  }

  @Test
  void a_data_folder_that_cannot_be_written_is_named() {
    Preflight.Machine closed =
        new Preflight.Machine(25, 8 * GIGABYTE, path -> 8 * GIGABYTE, port -> false, path -> false);
    assertThat(objection(wanted("9080", "9443"), closed))
        .contains(
            "the data folder %s cannot be written; choose another with -Dvellum.data=…"
                .formatted(folder.resolve("data")));
  }

  @Test
  void a_data_folder_below_a_file_is_named() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Preflight.Wanted wanted = new Preflight.Wanted(file.resolve("data"), "9080", "9443");
    assertThat(Preflight.objection(wanted, aMachine()))
        .contains(
            "the data folder %s cannot be written; choose another with -Dvellum.data=…"
                .formatted(file.resolve("data")));
  }

  @Test
  void a_server_that_outlived_its_starter_is_named() throws Exception {
    long java = ProcessHandle.current().pid();
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("server.pid"), java + "\n");
    assertThat(objection(wanted("9080", "9443"), aMachine()))
        .contains(
            "a server started earlier still uses %s; end its process %d and try again."
                .formatted(data, java));
  }

  private Preflight.Wanted wanted(String httpPort, String httpsPort) {
    return new Preflight.Wanted(folder.resolve("data"), httpPort, httpsPort);
  }

  private static Optional<String> objection(Preflight.Wanted wanted, Preflight.Machine machine) {
    return Preflight.objection(wanted, machine);
  }

  private static Preflight.Machine aMachine() {
    return new Preflight.Machine(
        25, 8 * GIGABYTE, path -> 8 * GIGABYTE, port -> false, path -> true);
  }
}
