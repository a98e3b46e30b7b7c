package org.vellum.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.database.TestFolders.ask;
import static org.vellum.database.TestFolders.postmaster;
import static org.vellum.database.TestFolders.run;
import static org.vellum.database.TestFolders.source;
import static org.vellum.database.TestFolders.stop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of the bundled PostgreSQL: started, killed, found again, stopped. */
class BundledPostgresTest {

  @TempDir static Path root;
  private static TestFolders folders;

  @BeforeAll
  static void makeFolders() throws Exception {
    folders = new TestFolders(root);
  }

  @AfterAll
  static void stopAll() throws Exception {
    folders.close();
  }

  @Test
  void rows_and_port_outlive_a_normal_stop() throws Exception {
    Path folder = folders.fresh();
    run(source(folder), "CREATE TABLE kept (word text)");
    run(source(folder), "INSERT INTO kept VALUES ('first')");
    int port = postmaster(folder).orElseThrow().port();

    stop(folder);
    assertThat(postmaster(folder)).isEmpty();
    assertThat(Loopback.isFree(port)).isTrue();

    assertThat(ask(source(folder), "SELECT word FROM kept")).isEqualTo("first");
    assertThat(postmaster(folder).orElseThrow().port()).isEqualTo(port);
  }

  @Test
  void the_normal_end_of_a_server_stops_its_postgresql() throws Exception {
    Path folder = folders.started();
    OtherServer server = OtherServer.using(folder, "first");
    PostmasterPid postmaster = postmaster(folder).orElseThrow();
    assertThat(postmaster.isAlive()).isTrue();

    server.end();

    assertThat(postmaster.isAlive()).isFalse();
    assertThat(postmaster(folder)).isEmpty();
  }

  @Test
  void a_killed_servers_postgresql_is_used_again() throws Exception {
    Path folder = folders.started();
    OtherServer.using(folder, "committed").kill();
    PostmasterPid orphan = postmaster(folder).orElseThrow();
    assertThat(orphan.isAlive()).isTrue();

    assertThat(ask(source(folder), "SELECT word FROM kept")).isEqualTo("committed");

    assertThat(postmaster(folder)).contains(orphan);
    stop(folder);
    assertThat(orphan.isAlive()).isFalse();
  }

  @Test
  void what_was_committed_is_there_after_server_and_postgresql_are_killed() throws Exception {
    Path folder = folders.started();
    OtherServer server = OtherServer.using(folder, "committed");
    PostmasterPid postmaster = postmaster(folder).orElseThrow();
    ProcessHandle.of(postmaster.pid()).orElseThrow().destroyForcibly();
    server.kill();

    assertThat(ask(source(folder), "SELECT word FROM kept")).isEqualTo("committed");
    assertThat(postmaster(folder).orElseThrow().pid()).isNotEqualTo(postmaster.pid());
  }

  @Test
  void a_second_server_on_the_folder_is_refused_and_harms_nothing() throws Exception {
    Path folder = folders.started();
    OtherServer server = OtherServer.using(folder, "mine");
    PostmasterPid postmaster = postmaster(folder).orElseThrow();

    assertThatThrownBy(() -> ask(source(folder), "SELECT 1"))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessage(
            "Another server (process %d) uses the database folder %s.",
            server.process().pid(), folder.toRealPath());

    assertThat(postmaster(folder)).contains(postmaster);
    assertThat(postmaster.isAlive()).isTrue();
    server.end();
  }

  @Test
  void a_postgresql_that_dies_is_started_again_by_the_next_connection() throws Exception {
    Path folder = folders.started();
    run(source(folder), "CREATE TABLE kept AS SELECT 'here' AS word");
    PostmasterPid first = postmaster(folder).orElseThrow();
    ProcessHandle process = ProcessHandle.of(first.pid()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();

    assertThat(ask(source(folder), "SELECT word FROM kept")).isEqualTo("here");
  }

  @Test
  void a_process_number_that_now_belongs_to_another_program_does_not_stop_the_start()
      throws Exception {
    Path folder = folders.started();
    run(source(folder), "CREATE TABLE kept AS SELECT 'here' AS word");
    stop(folder);
    List<String> stale =
        List.of(
            Long.toString(ProcessHandle.current().pid()),
            folder.resolve("cluster").toString(),
            "1700000000",
            "1",
            "",
            "127.0.0.1",
            "0 0",
            "ready");
    Files.write(folder.resolve("cluster/postmaster.pid"), stale);

    assertThat(ask(source(folder), "SELECT word FROM kept")).isEqualTo("here");
  }

  @Test
  void it_leads_a_session_of_its_own_so_that_ctrl_c_in_the_terminal_does_not_reach_it()
      throws Exception {
    Path folder = folders.started();
    run(source(folder), "SELECT 1");
    long postmaster = postmaster(folder).orElseThrow().pid();
    assertThat(session(postmaster)).isNotEqualTo(session(ProcessHandle.current().pid()));
  }

  /** The session of a process: the fourth field after the name (Linux, proc(5)). */
  private static String session(long pid) throws Exception {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[3];
  }
}
