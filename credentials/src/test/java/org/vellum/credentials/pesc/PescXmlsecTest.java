package org.vellum.credentials.pesc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xml.XmlRead;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlKey;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.vellum.credentials.xmldsig.Xmlsec;
import org.w3c.dom.Document;

/** Signed transcripts, judged by the schema and by xmlsec1 in both directions. */
class PescXmlsecTest {
  @TempDir Path folder;

  @BeforeAll
  static void is_installed() {
    Xmlsec.assumeInstalled();
  }

  @Test
  void xmlsec1_verifies_what_vellum_signs_and_the_schema_accepts_it() throws Exception {
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      for (Profile profile : Profile.values()) {
        Document document = PescRecords.write(FullRecord.record()).value();
        PescRecords.sign(document, key, profile, XmlKey.AT);
        String text = new String(XmlOutput.bytes(document), UTF_8);
        PescSchema.accepts(text.getBytes(UTF_8));
        assertThat(new Xmlsec(folder).accepts(key, text)).isTrue();
        assertThat(new Xmlsec(folder).accepts(key, text.replace("Lovelace", "Byron"))).isFalse();
      }
    }
  }

  @Test
  void xmlsec1_verifies_what_comes_out_of_a_batch() throws Exception {
    byte[] batch = BatchTest.batch(FullRecord.record(), Transcripts.rich());
    List<BatchItem> items = new ArrayList<>();
    BatchReader.read(new ByteArrayInputStream(batch), items::add);
    for (BatchItem each : items) {
      Document document = ((BatchItem.Transcript) each).document();
      String text = new String(XmlOutput.bytes(document), UTF_8);
      assertThat(new Xmlsec(folder).accepts(BatchTest.KEY, text)).isTrue();
    }
  }

  @Test
  void vellum_verifies_what_xmlsec1_signs() throws Exception {
    XmlKey key = XmlKey.p256();
    String text = new String(XmlOutput.bytes(PescRecords.write(Transcripts.rich()).value()), UTF_8);
    int end = text.lastIndexOf("</");
    String template =
        text.substring(0, end)
            + "<UserDefinedExtensions>"
            + Xmlsec.template(key, "http://www.w3.org/2001/10/xml-exc-c14n#")
            + "</UserDefinedExtensions>"
            + text.substring(end);
    String signed = new Xmlsec(folder).signed(key, template);
    PescSchema.accepts(signed.getBytes(UTF_8));
    Document document =
        ((XmlRead.Parsed) new HardenedXml().read(signed.getBytes(UTF_8))).document();
    assertThat(XmlSignatures.verify(document, XmlKey.AT, key.publicKey()))
        .isInstanceOf(XmlVerification.Valid.class);
    assertThat(PescRecords.read(document).losses()).isEmpty();
  }

  @Test
  void a_place_that_is_taken_is_not_signed_over() {
    Document document = PescRecords.write(Transcripts.rich()).value();
    PescRecords.sign(document, XmlKey.p256(), Profile.XMLDSIG, XmlKey.AT);
    assertThatThrownBy(() -> PescRecords.sign(document, XmlKey.p256(), Profile.XMLDSIG, XmlKey.AT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("taken");
  }
}
