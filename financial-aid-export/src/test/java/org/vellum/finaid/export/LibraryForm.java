package org.vellum.finaid.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Files of records as libraries write them: what our own forms are compared with. */
interface LibraryForm {
  void write(ExportRecord exported) throws IOException;

  void end() throws IOException;

  static LibraryForm open(Form form, Entity entity, CsvProfile profile, OutputStream out)
      throws IOException {
    return switch (form) {
      case NDJSON -> new Ndjson(out);
      case CSV -> new Csv(entity, profile, out);
      case XML -> new Xml(entity, out);
    };
  }

  /** The members of a record, by name. */
  static byte[] json(ExportRecord exported, List<String> without) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TreeMap<String, Column> columns = new TreeMap<>(Comparator.naturalOrder());
    exported.entity().columns().forEach(column -> columns.put(column.name(), column));
    columns.keySet().removeAll(without);
    // A character of two halves is one in UTF-8, and not two escapes (RFC 8785, section 3.2.2.2).
    JsonFactory factory =
        JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();
    try (JsonGenerator json = factory.createGenerator(bytes)) {
      json.writeStartObject();
      for (Column column : columns.values()) {
        json.writeFieldName(column.name());
        value(column, exported.value(column.name()).orElse(""), json);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static void value(Column column, String text, JsonGenerator json) throws IOException {
    if (text.isEmpty()) {
      json.writeNull();
      return;
    }
    switch (column.type()) {
      case INTEGER -> json.writeNumber(Integer.parseInt(text));
      case BOOLEAN -> json.writeBoolean(Boolean.parseBoolean(text));
      case CODES -> json.writeArray(text.split(" ", -1), 0, text.split(" ", -1).length);
      case KEY, ID, TEXT, CODE, DATE, TIMESTAMP, DECIMAL, HASH -> json.writeString(text);
    }
  }

  /** By Jackson. */
  record Ndjson(OutputStream out) implements LibraryForm {
    @Override
    public void write(ExportRecord exported) throws IOException {
      out.write(json(exported, List.of()));
      out.write('\n');
    }

    @Override
    public void end() throws IOException {
      out.flush();
    }
  }

  /** By Commons CSV. */
  final class Csv implements LibraryForm {
    private final Entity entity;
    private final CsvProfile profile;
    private final CSVPrinter printer;

    Csv(Entity entity, CsvProfile profile, OutputStream out) throws IOException {
      this.entity = entity;
      this.profile = profile;
      if (profile.isMarked()) {
        out.write("\uFEFF".getBytes(StandardCharsets.UTF_8));
      }
      this.printer =
          new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), CSVFormat.RFC4180);
      printer.printRecord(entity.columns().stream().map(Column::name).toList());
    }

    @Override
    public void write(ExportRecord exported) throws IOException {
      for (Column column : entity.columns()) {
        String value = exported.value(column.name()).orElse("");
        boolean guarded = column.type().isFree() && profile.isForSpreadsheets();
        printer.print(guarded ? CsvForm.guarded(value) : value);
      }
      printer.println();
    }

    @Override
    public void end() throws IOException {
      printer.flush();
    }
  }

  /** By the platform's writer of XML. */
  final class Xml implements LibraryForm {
    private final Entity entity;
    private final XMLStreamWriter xml;

    Xml(Entity entity, OutputStream out) throws IOException {
      this.entity = entity;
      try {
        this.xml =
            XMLOutputFactory.newDefaultFactory()
                .createXMLStreamWriter(
                    // Of a writer of an encoding it would know what it cannot write in one char.
                    new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement(entity.element() + "s");
        xml.writeDefaultNamespace(XmlForm.NAMESPACE);
        xml.writeCharacters("\n");
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void write(ExportRecord exported) throws IOException {
      try {
        xml.writeStartElement(entity.element());
        for (Column column : entity.columns()) {
          String value = exported.value(column.name()).orElse("");
          if (!value.isEmpty()) {
            xml.writeStartElement(column.element());
            xml.writeCharacters(value);
            xml.writeEndElement();
          }
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }

    @Override
    public void end() throws IOException {
      try {
        xml.writeEndDocument();
        xml.writeCharacters("\n");
        xml.flush();
      } catch (XMLStreamException e) {
        throw new IOException(e);
      }
    }
  }
}
