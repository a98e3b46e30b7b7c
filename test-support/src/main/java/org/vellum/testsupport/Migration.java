package org.vellum.testsupport;

import javax.sql.DataSource;

/** Brings one schema of an empty database to the present version. */
@FunctionalInterface
public interface Migration {

  /**
   * Migrates the schema, creating it if it is absent.
   *
   * @param database a database of its own, in which the schema may be absent
   * @param schema the name of the schema, for example {@code competency}
   * @throws Exception whatever the migration tool throws; it fails the test
   */
  void migrate(DataSource database, String schema) throws Exception;
}
