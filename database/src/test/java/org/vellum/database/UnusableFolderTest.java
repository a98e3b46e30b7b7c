package org.vellum.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.database.TestFolders.ask;
import static org.vellum.database.TestFolders.source;
import static org.vellum.database.TestFolders.stop;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each reason why PostgreSQL cannot be started is one sentence, and nothing is left behind. */
class UnusableFolderTest {

  @TempDir Path root;
  private TestFolders folders;

  @BeforeEach
  void makeFolders() throws Exception {
    folders = new TestFolders(root);
  }

  @AfterEach
  void stopAll() throws Exception {
    folders.close();
  }

  @Test
  void a_folder_that_cannot_be_made_is_named() throws Exception {
    Path file = Files.createFile(root.resolve("a-file"));
    assertThatThrownBy(() -> ask(source(file.resolve("database")), "SELECT 1"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith(
            "The database folder " + file.resolve("database") + " cannot be written: ");
  }

  @Test
  void a_data_source_without_folder_and_url_says_so() {
    assertThatThrownBy(() -> ask(new EmbeddedPostgresDataSource(), "SELECT 1"))
        .hasMessage(
            "The data source has neither a dataFolder for the bundled PostgreSQL nor a url.");
  }

  @Test
  void a_cluster_of_another_major_version_is_left_as_it_is() throws Exception {
    Path folder = folders.fresh();
    Path cluster = Files.createDirectory(folder.resolve("cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "15\n");

    assertThatThrownBy(() -> ask(source(folder), "SELECT 1"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("was written by PostgreSQL 15, and this is PostgreSQL 18");
    assertThat(cluster).isDirectoryNotContaining("glob:**postmaster.pid");
  }

  @Test
  void lost_passwords_are_asked_for_and_not_made_anew() throws Exception {
    Path folder = folders.fresh();
    ask(source(folder), "SELECT 1");
    stop(folder);
    Files.delete(folder.resolve("secrets.properties"));

    assertThatThrownBy(() -> ask(source(folder), "SELECT 1"))
        .hasMessageStartingWith("The passwords of the database are missing: restore the file ");
    assertThat(folder.resolve("secrets.properties")).doesNotExist();
  }

  @Test
  void a_configured_port_in_use_is_named() throws Exception {
    Path folder = folders.fresh();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EmbeddedPostgresDataSource source = source(folder);
      source.setPort(taken.getLocalPort());
      assertThatThrownBy(() -> ask(source, "SELECT 1"))
          .hasMessageStartingWith(
              "Port %d, configured for PostgreSQL, is in use", taken.getLocalPort());
    }
    assertThat(TestFolders.postmaster(folder)).isEmpty();
  }

  @Test
  void a_half_written_process_file_is_not_trusted() {
    assertThat(PostmasterPid.parse(List.of())).isEmpty();
    assertThat(PostmasterPid.parse(List.of("12", "/data"))).isEmpty();
    assertThat(PostmasterPid.parse(List.of("x", "/data", "1700000000"))).isEmpty();
    assertThat(PostmasterPid.parse(List.of("12", "/data", "1700000000")))
        .contains(new PostmasterPid(12, 1_700_000_000L, 0));
  }
}
