package org.vellum.credentials.verification;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.key.DidWeb;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.VerificationKey;
import org.vellum.credentials.pesc.PescRecords;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlKey;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.w3c.dom.Document;

/**
 * Both kinds of transcripts, as their institution signed them and as a stranger would like them.
 */
class XmlVerifierTest {
  private static final Instant AT = Instant.parse("2026-06-01T08:00:00Z");
  private static final XmlKey KEY = XmlKey.p256();
  private static final String DID = Transcripts.rich().institution().id();
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  /** The formats. */
  enum Form {
    ELMO,
    PESC;

    String signed(XmlKey key, Profile profile) {
      Document document;
      if (this == ELMO) {
        document = ElmoRecords.write(Transcripts.rich()).value();
        XmlToSign.sign(document.getDocumentElement(), key, profile, XmlKey.AT);
      } else {
        document = PescRecords.write(Transcripts.rich()).value();
        PescRecords.sign(document, key, profile, XmlKey.AT);
      }
      return new String(XmlOutput.bytes(document), UTF_8);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_the_institution_signed_is_valid(Form form) {
    for (Profile profile : Profile.values()) {
      VerificationReport report = verify(form.signed(KEY, profile));
      assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
      Signature signature = report.signatures().getFirst();
      assertThat(signature.controller()).isEqualTo(DID);
      assertThat(signature.binding()).isEqualTo(Signature.Binding.CONTROLLER_DOCUMENT);
      assertThat(signature.covers()).contains("whole document");
      assertThat(signature.suite()).isEqualTo(profile == Profile.XMLDSIG ? "XMLDSig" : "XAdES-B-B");
      assertThat(report.toJson().at("/credential/issuer").asText()).isEqualTo(DID);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_key_that_came_along_and_is_not_the_institutions_proves_nothing(Form form) {
    VerificationReport report = verify(form.signed(XmlKey.p256(), Profile.XADES_B_B));
    assertThat(report.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
    assertThat(codes(report, Check.Kind.ISSUER)).containsExactly("key-not-listed");
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    VerificationReport unknown =
        new XmlVerifier().verify(bytes(form.signed(KEY, Profile.XMLDSIG)), Documents.offline(), AT);
    assertThat(unknown.verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
  }

  @Test
  void a_certificate_binds_a_key_only_if_a_trusted_authority_issued_it_for_the_institution() {
    XmlKey authority = XmlKey.p256();
    XmlKey seal = XmlKey.p256().certifiedBy(authority, DID);
    VerificationReport report = trusting(authority, seal, AT);
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
    assertThat(report.signatures().getFirst().binding()).isEqualTo(Signature.Binding.CERTIFICATE);
    for (VerificationReport other :
        List.of(
            // Another authority, another institution, a time beyond the certificate's, none at all,
            // the institution's own certificate in an authority's place.
            trusting(XmlKey.p256(), seal, AT),
            trusting(authority, seal.certifiedBy(authority, "did:web:other.example"), AT),
            trusting(authority, seal, AT.plusSeconds(86_400L * 400)),
            trusting(KEY, KEY, AT),
            trusting(seal, seal, AT))) {
      assertThat(other.check(Check.Kind.PROOF).verdict()).isEqualTo(Verdict.VALID);
      assertThat(other.check(Check.Kind.ISSUER).verdict()).isEqualTo(Verdict.COULD_NOT_BE_CHECKED);
    }
  }

  private static VerificationReport trusting(XmlKey authority, XmlKey signer, Instant at) {
    TrustedIssuers trusted =
        TrustedIssuers.none().with(Set.of(authority.certificates().getFirst()));
    return new XmlVerifier(VerificationLimits.DEFAULT, trusted)
        .verify(bytes(Form.ELMO.signed(signer, Profile.XADES_B_B)), Documents.offline(), at);
  }

  @ParameterizedTest
  @EnumSource
  void a_changed_a_stripped_and_a_doubled_signature_are_invalid(Form form) {
    String text = form.signed(KEY, Profile.XMLDSIG);
    String signature = between(text, "<ds:Signature ", "</ds:Signature>");
    assertThat(proof(text.replace(">A-<", ">A+<"))).containsExactly("digest");
    assertThat(proof(text.replace(signature, ""))).containsExactly("unsigned");
    assertThat(proof(text.replace(signature, signature + signature)))
        .containsExactly("several-signatures");
    // A comment says nothing, so neither the digest nor the grade changes by one.
    VerificationReport commented = verify(text.replace(">A-<", ">A<!-- + -->-<"));
    assertThat(commented.verdict()).isEqualTo(Verdict.VALID);
  }

  @ParameterizedTest
  @EnumSource
  void what_a_signature_covered_elsewhere_is_not_covered_here(Form form) {
    String text = form.signed(KEY, Profile.XMLDSIG);
    String body = text.substring(text.indexOf('\n') + 1);
    String forged = body.replace(">A-<", ">A+<");
    String unsigned = forged.replace(between(forged, "<ds:Signature ", "</ds:Signature>"), "");
    int end = unsigned.lastIndexOf("</");
    // The genuine document, signature and all, inside of the forged one.
    String wrapped = unsigned.substring(0, end) + "<x>" + body + "</x>" + unsigned.substring(end);
    assertThat(verify(wrapped).verdict()).isEqualTo(Verdict.INVALID);
    assertThat(proof(wrapped)).containsAnyOf("digest", "coverage");
    String part = body.replace("URI=\"\"", "URI=\"#a\"").replaceFirst(" xmlns", " Id=\"a\" xmlns");
    assertThat(proof(part)).contains("coverage");
    String twice = part.replaceFirst("<ds:Signature ", "<x id=\"a\"/><ds:Signature ");
    assertThat(proof(twice)).contains("ambiguous-id");
    String moved = form.signed(KEY, Profile.XADES_B_B);
    moved =
        moved.replaceFirst("<ds:Signature ", "<x ID=\"xades-signed-properties\"/><ds:Signature ");
    assertThat(proof(moved)).contains("ambiguous-id");
  }

  @ParameterizedTest
  @EnumSource
  void weak_and_confused_algorithms_are_refused(Form form) {
    String text = form.signed(KEY, Profile.XMLDSIG);
    String own = MORE + "ecdsa-sha256";
    for (String weak :
        List.of(
            DS + "rsa-sha1",
            DS + "dsa-sha1",
            DS + "hmac-sha1",
            MORE + "hmac-sha256",
            MORE + "ecdsa-sha1",
            MORE + "rsa-md5")) {
      assertThat(proof(text.replace(own, weak))).as(weak).containsExactly("weak-algorithm");
    }
    assertThat(proof(text.replace(own, MORE + "rsa-sha256"))).containsExactly("key");
    assertThat(proof(text.replace("http://www.w3.org/2001/04/xmlenc#sha256", DS + "sha1")))
        .containsExactly("weak-algorithm");
    for (String transform :
        List.of(
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2002/06/xmldsig-filter2",
            DS + "base64")) {
      String other =
          text.replaceFirst(
              "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
              "<ds:Transform Algorithm=\"" + transform + "\"");
      assertThat(proof(other)).as(transform).containsExactly("transform");
    }
    for (String uri : List.of("file:///etc/hostname", "http://127.0.0.1:9/t.xml")) {
      assertThat(proof(text.replace("URI=\"\"", "URI=\"" + uri + "\"")))
          .contains("external-reference");
    }
  }

  @ParameterizedTest
  @EnumSource
  void document_types_entities_and_other_namespaces_are_a_finding(Form form) {
    String body = form.signed(KEY, Profile.XMLDSIG).replaceFirst("<\\?xml.*\\?>", "");
    String root = body.strip().substring(1, body.strip().indexOf(' '));
    StringBuilder laughs = new StringBuilder("<!ENTITY a0 'ha'>");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a" + i + " '&a" + (i - 1) + ";&a" + (i - 1) + ";'>");
    }
    for (String inside :
        List.of("", "[<!ENTITY e SYSTEM 'file:///etc/hostname'>]", "[" + laughs + "]")) {
      String entity = inside.contains("a29") ? "&a29;" : "&e;";
      String text =
          "<!DOCTYPE " + root + " " + inside + ">" + body.replace(">A-<", ">" + entity + "<");
      VerificationReport report = verify(text);
      assertThat(codes(report, Check.Kind.DOCUMENT)).containsExactly("dtd");
      assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    }
    String other = body.replace("urn:org:pesc:message", "urn:x").replace("emrex-eu", "x");
    assertThat(codes(verify(other), Check.Kind.DOCUMENT)).containsExactly("unreadable");
    assertThat(codes(verify("<a>".repeat(10_000)), Check.Kind.DOCUMENT))
        .containsExactly("too-much");
    assertThat(codes(verify("<a><b></a>"), Check.Kind.DOCUMENT)).containsExactly("not-xml");
  }

  @Test
  void a_transcript_in_an_envelope_is_judged_as_if_it_had_come_alone() {
    String transcript = Form.PESC.signed(KEY, Profile.XADES_B_B).replaceFirst("<\\?xml.*\\?>", "");
    String envelope =
        "<e:EdExchangeEnvelope xmlns:e='urn:xmlns:EdExchange:v1.0.7'><Content>%s"
            + "</Content></e:EdExchangeEnvelope>";
    VerificationReport report = verify(envelope.formatted(transcript));
    assertThat(report.verdict()).as(report.toString()).isEqualTo(Verdict.VALID);
    assertThat(proof(envelope.formatted(transcript.replace(">A-<", ">A+<"))))
        .containsExactly("digest");
    assertThat(codes(verify(envelope.formatted("<a/>")), Check.Kind.DOCUMENT))
        .containsExactly("unreadable");
  }

  @ParameterizedTest
  @EnumSource
  void a_transcript_holds_from_when_it_was_issued(Form form) {
    String text = form.signed(KEY, Profile.XMLDSIG);
    VerificationReport early =
        new XmlVerifier().verify(bytes(text), documents(), Instant.parse("2020-01-01T00:00:00Z"));
    assertThat(codes(early, Check.Kind.VALIDITY)).containsExactly("not-yet-valid");
    if (form == Form.PESC) {
      VerificationReport late =
          new XmlVerifier().verify(bytes(text), documents(), Instant.parse("2040-01-01T00:00:00Z"));
      assertThat(codes(late, Check.Kind.VALIDITY)).containsExactly("expired");
    }
  }

  @Test
  void xml_is_told_from_what_is_none_in_every_encoding() {
    assertThat(XmlVerifier.isXml(" \n<a/>".getBytes(UTF_8))).isTrue();
    assertThat(XmlVerifier.isXml("\ufeff<a/>".getBytes(UTF_8))).isTrue();
    assertThat(XmlVerifier.isXml("<a/>".getBytes(UTF_16))).isTrue();
    assertThat(XmlVerifier.isXml("{}".getBytes(UTF_8))).isFalse();
    assertThat(XmlVerifier.isXml("eyJ.<".getBytes(UTF_8))).isFalse();
    assertThat(XmlVerifier.isXml(new byte[0])).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void nothing_that_is_cut_or_changed_throws(Form form) {
    String text = form.signed(KEY, Profile.XADES_B_B);
    for (int i = 1; i < 60; i++) {
      int at = text.length() * i / 60;
      assertThat(verify(text.substring(0, at)).verdict()).isEqualTo(Verdict.INVALID);
      String changed = text.substring(0, at) + "0" + text.substring(at + 1);
      VerificationReport report = verify(changed);
      boolean failed = codes(report, Check.Kind.DOCUMENT).contains("failed");
      assertThat(failed).as(changed.substring(at, Math.min(at + 40, changed.length()))).isFalse();
    }
  }

  private static VerificationReport verify(String text) {
    return new XmlVerifier().verify(bytes(text), documents(), AT);
  }

  private static List<String> proof(String text) {
    VerificationReport report = verify(text);
    assertThat(report.verdict()).isEqualTo(Verdict.INVALID);
    return codes(report, Check.Kind.PROOF).stream().distinct().toList();
  }

  private static List<String> codes(VerificationReport report, Check.Kind kind) {
    return report.check(kind).findings().stream().map(Finding::code).toList();
  }

  private static Documents documents() {
    VerificationKey key = new VerificationKey(DID + "#xml", DID, Multikey.encode(KEY.publicKey()));
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.setAll(DidWeb.document(DID, List.of(key)));
    URI url = DidWeb.documentUrl(DID);
    return Documents.of(Map.of(url, bytes(document.toString())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static String between(String text, String from, String to) {
    return text.substring(text.indexOf(from), text.indexOf(to) + to.length());
  }
}
