package org.vellum.credentials.elmo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xml.XmlRead;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlKey;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;

class EmrexReplyTest {
  private static final Instant AT = XmlKey.AT;

  @Test
  void a_signed_document_travels_as_a_form_and_its_signature_holds() {
    Document document = ElmoRecords.write(Transcripts.rich()).value();
    XmlToSign.sign(document.getDocumentElement(), XmlKey.p256(), Profile.XMLDSIG, AT);
    String form = EmrexReply.of("session 1&2", document).form();
    EmrexReply read = EmrexReply.read(form);
    assertThat(read.sessionId()).isEqualTo("session 1&2");
    assertThat(read.returnCode()).isEqualTo(EmrexReply.OK);
    byte[] bytes = XmlOutput.bytes(document);
    assertThat(read.elmo()).isEqualTo(bytes);
    XmlRead.Parsed parsed = (XmlRead.Parsed) new HardenedXml().read(bytes);
    assertThat(XmlSignatures.verify(parsed.document(), AT))
        .isInstanceOf(XmlVerification.Valid.class);
    // Browsers escape plus signs, some clients do not.
    String careless = form.replace("%2B", "+");
    assertThat(EmrexReply.read(careless).elmo()).isEqualTo(bytes);
  }

  @Test
  void a_reply_without_results_says_why() {
    EmrexReply none = new EmrexReply("s", "NCP_CANCEL", "The learner left.", null);
    EmrexReply read = EmrexReply.read(none.form());
    assertThat(read.returnCode()).isEqualTo("NCP_CANCEL");
    assertThat(read.returnMessage()).isEqualTo("The learner left.");
    assertThat(read.elmo()).isNull();
  }

  @Test
  void a_bomb_is_not_inflated() {
    String bomb = EmrexReply.packed(new byte[HardenedXml.DEFAULT_BYTES + 1]);
    assertThat(bomb.length()).isLessThan(100_000);
    String form = "sessionId=s&returnCode=NCP_OK&elmo=" + URLEncoder.encode(bomb, UTF_8);
    assertThatThrownBy(() -> EmrexReply.read(form))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("when inflated");
  }

  @Test
  void what_is_no_reply_is_refused_with_a_sentence() {
    String plain = Base64.getEncoder().encodeToString("<elmo/>".getBytes(UTF_8));
    for (String form :
        List.of(
            "",
            "sessionId=s",
            "returnCode=NCP_OK&elmo=x",
            "sessionId=s&sessionId=t&returnCode=NCP_OK",
            "sessionId=s&returnCode=NCP_OK&elmo=" + plain,
            "sessionId=s&returnCode=NCP_OK&elmo=A",
            "sessionId=%zz&returnCode=NCP_OK",
            "x".repeat(30_000_000))) {
      assertThatThrownBy(() -> EmrexReply.read(form))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("Exception");
    }
  }
}
