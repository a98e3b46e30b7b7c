package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

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
    Schema schema = SCHEMAS.computeIfAbsent(entity.name(), same -> schema(entity));
    for (String line : Lines.chosen(file, 0, 0)) {
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

  private static Schema schema(Entity entity) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(JsonSchemas.of(entity));
  }

  /** The schema of all XML, which any number of threads may ask for a validator. */
  private static final class Xsd {
    static final javax.xml.validation.Schema SCHEMA = read();

    private static javax.xml.validation.Schema read() {
      try {
        SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
        return factory.newSchema(new StreamSource(new ByteArrayInputStream(XmlSchemas.all())));
      } catch (SAXException e) {
        throw new IllegalStateException("our own schema can be read", e);
      }
    }
  }

  /** A document of the chosen records, with the file's own head and foot. */
  private static Optional<String> xml(Entity entity, Path file, CsvProfile csv) throws IOException {
    RecordForm form = Form.XML.of(entity, csv);
    ByteArrayOutputStream document = new ByteArrayOutputStream();
    document.writeBytes(form.head());
    for (String line : Lines.chosen(file, form.head().length, form.foot().length)) {
      document.writeBytes(line.getBytes(UTF_8));
      document.write('\n');
    }
    document.writeBytes(form.foot());
    try {
      Xsd.SCHEMA
          .newValidator()
          .validate(new StreamSource(new ByteArrayInputStream(document.toByteArray())));
      return Optional.empty();
    } catch (SAXException e) {
      return Optional.of(file.getFileName() + " does not fit ntpx-1.0.xsd");
    }
  }
}
