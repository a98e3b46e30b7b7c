package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/**
 * Reads a package's files again by the schemas that go with it. Every value was checked when its
 * record was made; this shows that the files carry it. Of long files it reads the first records,
 * and then one of many.
 */
public final class PackageCheck {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FIRST = 500;
  private static final int ONE_OF = 199;

  private PackageCheck() {}

  /**
   * Checks the files of an entity.
   *
   * @param name of the entity
   * @param folder of the package
   * @return what does not fit, without a value; nothing if all does
   */
  public static Optional<String> fault(String name, Path folder, PackageForms forms)
      throws IOException {
    Entity entity = EntityTable.get(name);
    Optional<String> fault = Optional.empty();
    if (forms.forms().contains(Form.NDJSON)) {
      fault = ndjson(entity, folder.resolve(Form.NDJSON.file(entity)));
    }
    if (fault.isEmpty() && forms.forms().contains(Form.XML)) {
      fault = xml(entity, folder.resolve(Form.XML.file(entity)), forms.csv());
    }
    return fault;
  }

  private static Optional<String> ndjson(Entity entity, Path file) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(JsonSchemas.of(entity));
    for (String line : chosen(file, 0, 0)) {
      try {
        var messages = schema.validate(JSON.readTree(line));
        if (!messages.isEmpty()) {
          var first = messages.getFirst();
          return Optional.of(
              file.getFileName()
                  + first.getInstanceLocation().toString()
                  + ": "
                  + first.getKeyword());
        }
      } catch (JsonProcessingException e) {
        return Optional.of(file.getFileName() + ": a line is no JSON");
      }
    }
    return Optional.empty();
  }

  /** A document of the chosen records, with the file's own head and foot. */
  private static Optional<String> xml(Entity entity, Path file, CsvProfile csv) throws IOException {
    byte[] head = PartEntity.head(Form.XML, entity, csv);
    byte[] foot = PartEntity.foot(Form.XML, entity, csv);
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.writeBytes(head);
    for (String line : chosen(file, lines(head), lines(foot))) {
      document.writeBytes(line.getBytes(UTF_8));
      document.write('\n');
    }
    document.writeBytes(foot);
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory
          .newSchema(new StreamSource(new ByteArrayInputStream(XmlSchemas.all())))
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(document.toByteArray())));
      return Optional.empty();
    } catch (SAXException e) {
      return Optional.of(file.getFileName() + " does not fit ntpx-1.0.xsd");
    }
  }

  private static int lines(byte[] text) {
    int lines = 0;
    for (byte each : text) {
      if (each == '\n') {
        lines++;
      }
    }
    return lines;
  }

  private static List<String> chosen(Path file, int head, int foot) throws IOException {
    List<String> chosen = new ArrayList<>();
    List<String> last = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      long number = -head;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        last.add(line);
        String record = last.size() > foot ? last.removeFirst() : null;
        if (record != null) {
          if (number >= 0 && (number < FIRST || number % ONE_OF == 0)) {
            chosen.add(record);
          }
          number++;
        }
      }
    }
    return chosen;
  }
}
