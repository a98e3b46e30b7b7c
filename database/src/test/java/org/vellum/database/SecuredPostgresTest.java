package org.vellum.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vellum.database.TestFolders.ask;
import static org.vellum.database.TestFolders.postmaster;
import static org.vellum.database.TestFolders.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may connect, to what, for how long, and what is said when it cannot be. */
class SecuredPostgresTest {

  @TempDir static Path root;
  private static TestFolders folders;
  private static Path folder;

  @BeforeAll
  static void start() throws Exception {
    folders = new TestFolders(root);
    folder = folders.fresh();
    ask(source(folder), "SELECT 1");
  }

  @AfterAll
  static void stopAll() throws Exception {
    folders.close();
  }

  @Test
  void the_application_owns_its_database_and_is_no_superuser() throws Exception {
    assertThat(ask(source(folder), "SELECT current_user || '@' || current_database()"))
        .isEqualTo("vellum@vellum");
    assertThat(ask(source(folder), "SELECT rolsuper FROM pg_roles WHERE rolname = 'vellum'"))
        .isEqualTo("f");
    assertThat(ask(source(folder), "SHOW is_superuser")).isEqualTo("off");
  }

  @Test
  void the_extensions_that_vellum_needs_can_be_made_without_a_superuser() throws Exception {
    for (String extension : new String[] {"pg_trgm", "unaccent", "btree_gin", "ltree"}) {
      TestFolders.run(source(folder), "CREATE EXTENSION IF NOT EXISTS " + extension);
    }
    assertThat(ask(source(folder), "SELECT similarity('badge', 'badges') > 0.5")).isEqualTo("t");
  }

  @Test
  void nobody_enters_without_the_password() {
    for (String user : new String[] {"vellum", "postgres"}) {
      assertThatThrownBy(() -> connect("vellum", user, "guessed").close())
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void the_application_does_not_reach_other_databases() throws Exception {
    String password = DatabaseSecrets.keptIn(DatabaseFolder.prepared(folder)).application();
    assertThatThrownBy(() -> connect("postgres", "vellum", password).close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("pg_hba.conf");
  }

  @Test
  void it_listens_on_loopback_alone_and_trusts_nobody() throws Exception {
    assertThat(ask(source(folder), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(Files.readString(folder.resolve("cluster/vellum.conf")))
        .contains("unix_socket_directories = ''");
    assertThat(ask(source(folder), "SHOW fsync")).isEqualTo("on");
    assertThat(ask(source(folder), "SHOW synchronous_commit")).isEqualTo("on");
    assertThat(Files.readString(folder.resolve("cluster/pg_hba.conf")))
        .contains("scram-sha-256")
        .doesNotContain("trust");
  }

  @Test
  void the_passwords_are_in_a_file_for_the_owner_alone() throws Exception {
    Path secrets = folder.resolve("secrets.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
    assertThat(folder.resolve("initdb.password")).doesNotExist();
  }

  @Test
  void a_statement_that_takes_too_long_is_cancelled() {
    EmbeddedPostgresDataSource impatient = source(folder);
    impatient.setStatementTimeout(1);
    assertThatThrownBy(() -> ask(impatient, "SELECT pg_sleep(20)"))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("57014"));
  }

  @Test
  void a_transaction_left_open_is_ended() throws Exception {
    EmbeddedPostgresDataSource impatient = source(folder);
    impatient.setIdleInTransactionTimeout(1);
    try (Connection connection = impatient.getPooledConnection().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT 1");
      Thread.sleep(2_500);
      assertThatThrownBy(() -> statement.execute("SELECT 1"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("25P03"));
    }
  }

  @Test
  void an_external_server_is_used_and_nothing_is_started() throws Exception {
    Path unused = root.resolve("unused");
    EmbeddedPostgresDataSource external = source(unused);
    external.setUrl("jdbc:postgresql://127.0.0.1:" + port() + "/vellum");
    external.setUser("vellum");
    external.setPassword(DatabaseSecrets.keptIn(DatabaseFolder.prepared(folder)).application());

    assertThat(ask(external, "SELECT current_user")).isEqualTo("vellum");
    assertThat(ask(external, "SHOW statement_timeout")).isEqualTo("1min");
    assertThat(unused).doesNotExist();
  }

  @Test
  void an_external_server_that_is_down_is_an_error_and_nothing_is_started() throws Exception {
    Path unused = root.resolve("unused");
    EmbeddedPostgresDataSource external = source(unused);
    external.setUrl("jdbc:postgresql://127.0.0.1:" + Loopback.freePort() + "/vellum");
    assertThatThrownBy(() -> ask(external, "SELECT 1")).isInstanceOf(SQLException.class);
    assertThat(unused).doesNotExist();
  }

  private static int port() throws Exception {
    return postmaster(folder).orElseThrow().port();
  }

  private static Connection connect(String database, String user, String password)
      throws Exception {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port() + "/" + database, user, password);
  }
}
