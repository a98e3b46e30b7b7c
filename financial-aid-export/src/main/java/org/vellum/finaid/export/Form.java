package org.vellum.finaid.export;

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

  RecordForm of(Entity entity, CsvProfile profile) {
    return switch (this) {
      case NDJSON -> new NdjsonForm();
      case CSV -> new CsvForm(entity, profile);
      case XML -> new XmlForm(entity);
    };
  }
}
