package org.vellum.finaid.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The records of an entity in a part, in each form without its head and foot. */
final class PartEntity implements Closeable {
  private final Entity entity;
  private final EntityTotals totals;
  private final RecordTotals more;
  private final List<Body> bodies = new ArrayList<>();

  private record Body(String name, PartFile file, RecordForm form) {}

  private PartEntity(Entity entity, EntityTotals totals) {
    this.entity = entity;
    this.totals = totals;
    this.more = new RecordTotals(entity);
  }

  /** Opens the files where a checkpoint left them. */
  static PartEntity open(Entity entity, Path folder, PackageForms forms, JsonNode checkpoint)
      throws IOException {
    PartEntity part =
        new PartEntity(entity, EntityTotals.read(checkpoint.path("totals").path(entity.name())));
    try {
      for (Form form : Form.values()) {
        if (forms.forms().contains(form)) {
          part.add(form, folder, forms.csv(), checkpoint.path("files"));
        }
      }
    } catch (IOException | RuntimeException e) {
      part.close();
      throw e;
    }
    return part;
  }

  private void add(Form form, Path folder, CsvProfile csv, JsonNode files) throws IOException {
    String name = form.file(entity);
    PartFile file = PartFile.open(folder.resolve(name), Marks.read(files, name));
    bodies.add(new Body(name, file, form.of(entity, csv)));
  }

  Entity entity() {
    return entity;
  }

  EntityTotals totals() {
    return totals;
  }

  void write(ExportRecord exported) throws IOException {
    for (Body body : bodies) {
      body.form.write(exported, body.file.block());
      body.file.spill();
    }
    more.add(exported);
  }

  void mark(ObjectNode checkpoint) throws IOException {
    more.moveTo(totals);
    totals.write(checkpoint.withObject("/totals").putObject(entity.name()));
    Map<String, PartFile.Mark> marks = new TreeMap<>();
    for (Body body : bodies) {
      marks.put(body.name, body.file.mark());
    }
    Marks.write(marks, checkpoint.withObject("/files"));
  }

  @Override
  public void close() throws IOException {
    for (Body body : bodies) {
      body.file.close();
    }
  }
}
