package org.vellum.finaid.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of an entity as libraries write them, and its totals, added up one by one. */
final class EntityFiles implements Closeable {
  private static final int BUFFER = 64 * 1024;

  private final Entity entity;
  private final EntityTotals totals = new EntityTotals();
  private final List<OpenFile> files = new ArrayList<>();

  EntityFiles(Entity entity, Path folder, Set<Form> forms, CsvProfile profile) throws IOException {
    this.entity = entity;
    for (Form form : Form.values()) {
      if (forms.contains(form)) {
        String name = form.file(entity);
        MeasuredOutput measured = new MeasuredOutput(Files.newOutputStream(folder.resolve(name)));
        OutputStream out = new BufferedOutputStream(measured, BUFFER);
        files.add(new OpenFile(name, measured, out, LibraryForm.open(form, entity, profile, out)));
      }
    }
  }

  private record OpenFile(
      String name, MeasuredOutput measured, OutputStream out, LibraryForm form) {}

  Entity entity() {
    return entity;
  }

  EntityTotals totals() {
    return totals;
  }

  void write(ExportRecord exported) throws IOException {
    for (OpenFile file : files) {
      file.form.write(exported);
    }
    totals.export(1, exported.isTombstone() ? 1 : 0, new BigInteger(1, exported.hash()));
    for (Column column : entity.columns()) {
      String text = exported.isTombstone() ? "" : exported.value(column.name()).orElse("");
      if (!text.isEmpty() && column.type() == ColumnType.DECIMAL) {
        totals.sum(column.name(), new BigDecimal(text));
      } else if (!text.isEmpty() && column.type() == ColumnType.CODE) {
        totals.count(column.name(), text, 1);
      }
    }
  }

  List<Manifest.FileEntry> end() throws IOException {
    List<Manifest.FileEntry> entries = new ArrayList<>();
    for (OpenFile file : files) {
      file.form.end();
      file.out.close();
      entries.add(
          new Manifest.FileEntry(
              file.name,
              file.measured.bytes(),
              file.measured.sha256(),
              Optional.of(totals.exported()),
              Optional.of(totals.contentHash())));
    }
    return entries;
  }

  @Override
  public void close() throws IOException {
    for (OpenFile file : files) {
      file.out.close();
    }
  }
}
