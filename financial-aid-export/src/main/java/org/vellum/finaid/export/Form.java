package org.vellum.finaid.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** The forms that records are written in. */
public enum Form {
  NDJSON,
  CSV,
  XML;

  /** The name of an entity's file. */
  String file(Entity entity) {
    return entity.name() + "." + name().toLowerCase(Locale.ROOT);
  }

  RecordForm open(Entity entity, CsvProfile profile, OutputStream out) throws IOException {
    return switch (this) {
      case NDJSON -> new NdjsonForm(out);
      case CSV -> new CsvForm(entity, profile, out);
      case XML -> new XmlForm(entity, out);
    };
  }
}
