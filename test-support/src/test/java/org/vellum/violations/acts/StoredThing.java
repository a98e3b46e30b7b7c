package org.vellum.violations.acts;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A row that reads itself. */
public record StoredThing(String name) {

  static StoredThing of(ResultSet row) throws SQLException {
    return new StoredThing(row.getString(1));
  }
}
