package org.vellum.credentials.pesc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.vellum.credentials.StandardsFiles;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The published schemas of PESC as judges; without them the tests that ask are skipped, aloud. */
final class PescSchema {
  private static final String FOLDER = "pesc/xsd/";
  private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

  private PescSchema() {}

  /** Fails with what the schemas of transcripts and batches say against a document. */
  static void accepts(byte[] document) {
    assertThat(faults(document)).isEmpty();
  }

  static List<String> faults(byte[] document) {
    Schema schema =
        SCHEMAS.computeIfAbsent(
            "transcripts",
            name -> schema("CollegeTranscript_v1.6.0.xsd", "AcademicRecordBatch_v2.1.0.xsd"));
    List<String> faults = new ArrayList<>();
    Validator validator = schema.newValidator();
    validator.setErrorHandler(new Collecting(faults));
    try {
      validator.validate(new StreamSource(new ByteArrayInputStream(document)));
    } catch (SAXException | IOException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
    return faults;
  }

  private static Schema schema(String... names) {
    try {
      SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
      DOMImplementationLS ls =
          (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
      factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
        LSInput input = ls.createLSInput();
        input.setSystemId(systemId);
        input.setCharacterStream(new StringReader(StandardsFiles.text(FOLDER + systemId)));
        return input;
      });
      List<Source> sources = new ArrayList<>();
      for (String name : names) {
        String text = StandardsFiles.text(FOLDER + name);
        sources.add(new StreamSource(new StringReader(text), name));
      }
      return factory.newSchema(sources.toArray(Source[]::new));
    } catch (SAXException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Collecting(List<String> faults) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      faults.add(String.valueOf(e.getMessage()));
    }

    @Override
    public void error(SAXParseException e) {
      faults.add(String.valueOf(e.getMessage()));
    }

    @Override
    public void fatalError(SAXParseException e) {
      faults.add(String.valueOf(e.getMessage()));
    }
  }
}
