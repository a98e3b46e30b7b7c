package org.vellum.platform.persistence;

import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a service's schema to the shape that its code expects. */
public final class Schemas {
  private Schemas() {}

  /**
   * Migrates one schema by the scripts under {@code org/vellum/<schema>/db}. Several nodes may
   * start at once: Flyway lets one work and the others wait. Beside the scripts lies an empty file
   * {@code flyway.location}, without which Flyway does not find them in a Liberty server.
   *
   * @param schema name of the schema and of the service's package: lower-case letters
   * @param loader sees the scripts
   */
  public static void migrate(DataSource dataSource, String schema, ClassLoader loader) {
    if (!schema.equals(schema.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("a schema's name is in lower case");
    }
    Flyway.configure(loader)
        .dataSource(dataSource)
        .schemas(schema)
        .locations("classpath:org/vellum/" + schema + "/db")
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** Migrates several schemas in order, each with its scripts on the caller's class path. */
  public static void migrate(DataSource dataSource, String... schemas) {
    for (String schema : schemas) {
      migrate(dataSource, schema, Schemas.class.getClassLoader());
    }
  }
}
