package org.vellum.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.PooledConnection;

/** Database folders of one test class, which share the unpacked programs; closing stops all. */
final class TestFolders implements AutoCloseable {

  private final Path root;
  private final List<Path> folders = new ArrayList<>();

  TestFolders(Path root) throws IOException {
    this.root = root;
    Files.createDirectory(root.resolve("programs"));
  }

  /** A folder in which no PostgreSQL was yet. */
  Path fresh() throws IOException {
    Path folder = Files.createDirectory(root.resolve("database-" + folders.size()));
    Files.createSymbolicLink(folder.resolve("programs"), root.resolve("programs"));
    folders.add(folder);
    return folder;
  }

  /** A folder as after a first start and stop: a copy, since making one takes seconds. */
  Path started() throws IOException, SQLException {
    Path template = root.resolve("template");
    if (!Files.exists(template)) {
      Path first = fresh();
      ask(source(first), "SELECT 1");
      stop(first);
      Files.delete(first.resolve("port"));
      copy(first, template);
    }
    Path folder = root.resolve("database-" + folders.size());
    copy(template, folder);
    folders.add(folder);
    return folder;
  }

  /** Links, such as the one to the programs, stay links. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
      }
    }
  }

  static EmbeddedPostgresDataSource source(Path folder) {
    EmbeddedPostgresDataSource source = new EmbeddedPostgresDataSource();
    source.setDataFolder(folder.toString());
    return source;
  }

  static String ask(EmbeddedPostgresDataSource source, String query) throws SQLException {
    PooledConnection pooled = source.getPooledConnection();
    try (Connection connection = pooled.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } finally {
      pooled.close();
    }
  }

  static void run(EmbeddedPostgresDataSource source, String sql) throws SQLException {
    PooledConnection pooled = source.getPooledConnection();
    try (Connection connection = pooled.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } finally {
      pooled.close();
    }
  }

  static Optional<PostmasterPid> postmaster(Path folder) throws IOException {
    return PostmasterPid.find(folder.resolve("cluster"));
  }

  /** As the end of the server does. */
  static void stop(Path folder) throws DatabaseUnavailable {
    PostgresServer.of(folder).stop();
  }

  @Override
  public void close() throws IOException, DatabaseUnavailable {
    for (Path folder : folders) {
      stop(folder);
      postmaster(folder)
          .flatMap(left -> ProcessHandle.of(left.pid()))
          .ifPresent(ProcessHandle::destroy);
    }
  }
}
