package org.vellum.credentials.elmo;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.StandardsFiles;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlKey;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.w3c.dom.Document;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

class ElmoSchemaTest {
  private static final String FOLDER = "emrex-elmo/v1/";

  /** The two schemas that are not beside the published one, as far as ELMO uses them. */
  private static final String XML_LANG =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'"
          + " targetNamespace='http://www.w3.org/XML/1998/namespace'>"
          + "<xs:attribute name='lang' type='xs:language'/></xs:schema>";

  private static final String ADDRESS =
      "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='https://github.com"
          + "/erasmus-without-paper/ewp-specs-types-address/tree/stable-v1'>"
          + "<xs:complexType name='FlexibleAddress'/></xs:schema>";

  @Test
  void what_is_written_and_signed_is_valid_by_the_published_schema() throws Exception {
    Schema schema = schema();
    for (LearnerRecord record :
        List.of(
            ElmoRecordsTest.aRecord(),
            FullRecord.record(),
            Transcripts.rich(),
            Transcripts.minimal(),
            ElmoPartsTest.aDegree())) {
      Document document = ElmoRecords.write(record).value();
      XmlToSign.sign(document.getDocumentElement(), XmlKey.p256(), Profile.XADES_B_B, XmlKey.AT);
      byte[] bytes = XmlOutput.bytes(document);
      assertThatCode(() ->
              schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes))))
          .doesNotThrowAnyException();
    }
  }

  private static Schema schema() throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    DOMImplementationLS ls =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    factory.setResourceResolver((type, namespace, publicId, systemId, base) -> {
      LSInput input = ls.createLSInput();
      input.setSystemId(namespace);
      input.setCharacterStream(new StringReader(imported(String.valueOf(namespace))));
      return input;
    });
    String text = StandardsFiles.text(FOLDER + "schema.xsd");
    return factory.newSchema(new StreamSource(new StringReader(text)));
  }

  private static String imported(String namespace) {
    return switch (namespace) {
      case "http://www.w3.org/2000/09/xmldsig#" ->
          reference("xmldsig-core-schema.xsd").replaceFirst("(?s)<!DOCTYPE.*?]>", "");
      case "http://www.w3.org/XML/1998/namespace" -> XML_LANG;
      case "https://github.com/erasmus-without-paper/ewp-specs-types-address/tree/stable-v1" ->
          ADDRESS;
      default -> reference("EUROPASS_ISOCountries_V1.1.xsd");
    };
  }

  private static String reference(String name) {
    return StandardsFiles.text(FOLDER + "references/" + name);
  }
}
