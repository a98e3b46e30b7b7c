package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.credentials.xmldsig.XmlKey.AT;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.xml.Fault;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xml.XmlRead;
import org.w3c.dom.Document;

class XmlSignaturesTest {
  static final String TRANSCRIPT =
      "<t:transcript xmlns:t='urn:t'><learner id='a'>Ada</learner><grade>A<!-- minus --></grade>"
          + "</t:transcript>";
  private static final XmlKey KEY = XmlKey.p256();
  private static final XmlKey RSA = XmlKey.rsa();
  private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final String ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256";

  @Test
  void what_is_signed_verifies_after_being_written_and_read() {
    for (XmlKey key : List.of(KEY, RSA)) {
      for (Profile profile : Profile.values()) {
        XmlVerification result = verify(signed(key, profile));
        assertThat(result).isInstanceOf(XmlVerification.Valid.class);
        XmlVerification.Valid valid = (XmlVerification.Valid) result;
        assertThat(valid.key()).isEqualTo(key.publicKey());
        assertThat(valid.signer()).contains("CN=University,C=US");
        assertThat(valid.covered().getLocalName()).isEqualTo("transcript");
        assertThat(valid.profile()).isEqualTo(profile);
        assertThat(valid.signingTime()).isEqualTo(profile == Profile.XADES_B_B ? AT : null);
        assertThat(valid.remarks()).isEmpty();
      }
    }
  }

  @Test
  void a_changed_document_is_told_from_a_signature_of_another_key() {
    assertThat(faults(changed(text -> text.replace(">Ada<", ">Eve<")))).containsExactly("digest");
    XmlVerification other =
        XmlSignatures.verify(parse(signed(KEY, Profile.XMLDSIG)), AT, XmlKey.p256().publicKey());
    assertThat(codes(other)).containsExactly("signature");
  }

  @Test
  void changed_signing_properties_are_noticed() {
    String text = signed(KEY, Profile.XADES_B_B).replace("2026-05-01T12", "2020-05-01T12");
    assertThat(faults(text)).containsExactly("digest");
  }

  @Test
  void properties_that_are_not_signed_are_refused() {
    String text = signed(KEY, Profile.XMLDSIG);
    String properties =
        "<ds:Object><x:QualifyingProperties xmlns:x='http://uri.etsi.org/01903/v1.3.2#'>"
            + "<x:SignedProperties Id='p'/></x:QualifyingProperties></ds:Object></ds:Signature>";
    assertThat(faults(text.replace("</ds:Signature>", properties)))
        .containsExactly("unsigned-properties");
  }

  @Test
  void a_document_without_a_signature_or_with_two_is_refused() {
    assertThat(faults(TRANSCRIPT)).containsExactly("unsigned");
    String text = signed(KEY, Profile.XMLDSIG);
    String signature = signature(text);
    assertThat(faults(text.replace(signature, signature + signature)))
        .containsExactly("several-signatures");
  }

  @Test
  void a_signature_moved_around_another_document_covers_it_no_more() {
    String text = signed(KEY, Profile.XMLDSIG);
    String forged =
        "<t:transcript xmlns:t='urn:t'><learner id='a'>Eve</learner><old>"
            + text.substring(text.indexOf("<t:transcript"))
            + "</old></t:transcript>";
    assertThat(faults(forged)).containsExactly("digest");
  }

  @Test
  void a_reference_to_a_part_is_refused_however_the_part_is_wrapped() {
    String part = changed(text -> text.replace("URI=\"\"", "URI=\"#a\""));
    assertThat(faults(part)).contains("coverage");
    String twice =
        changed(
            text -> text.replace("URI=\"\"", "URI=\"#a\"").replace("<grade>", "<grade ID='a'>"));
    assertThat(faults(twice)).contains("ambiguous-id");
    String pointer = changed(text -> text.replace("URI=\"\"", "URI=\"#xpointer(id('a'))\""));
    assertThat(faults(pointer)).contains("external-reference");
    String object =
        changed(text ->
            text.replace("URI=\"\"", "URI=\"#o\"")
                .replace("</ds:Signature>", "<ds:Object Id='o'>old</ds:Object></ds:Signature>"));
    assertThat(faults(object)).contains("coverage");
  }

  @Test
  void a_second_element_with_the_id_of_the_properties_is_refused() {
    String text =
        signed(KEY, Profile.XADES_B_B).replace("id=\"a\"", "id=\"xades-signed-properties\"");
    assertThat(faults(text)).contains("ambiguous-id");
  }

  @Test
  void a_signature_that_wraps_the_document_is_refused() {
    String signature = signature(signed(KEY, Profile.XMLDSIG));
    String wrapping = signature.replaceFirst(">", " xmlns:t='urn:t'>");
    assertThat(faults(wrapping)).containsExactly("coverage");
  }

  @Test
  void references_out_of_the_document_are_not_followed() {
    for (String uri : List.of("file:///etc/hostname", "http://127.0.0.1:9/", "other.xml")) {
      assertThat(faults(changed(text -> text.replace("URI=\"\"", "URI=\"" + uri + "\""))))
          .contains("external-reference");
    }
    assertThat(faults(changed(text -> text.replace(" URI=\"\"", "")))).contains("coverage");
  }

  @Test
  void transforms_that_may_hide_something_are_refused() {
    for (String transform :
        List.of(
            "http://www.w3.org/TR/1999/REC-xslt-19991116",
            "http://www.w3.org/TR/1999/REC-xpath-19991116",
            "http://www.w3.org/2002/06/xmldsig-filter2",
            "http://www.w3.org/2000/09/xmldsig#base64",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments")) {
      String text =
          changed(all ->
              all.replaceFirst(
                  "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"",
                  "<ds:Transform Algorithm=\"" + transform + "\""));
      assertThat(faults(text)).as(transform).containsExactly("transform");
    }
  }

  @Test
  void weak_algorithms_are_refused_and_unknown_ones_cannot_be_checked() {
    assertThat(
            faults(
                changed(text -> text.replace(SHA_256, "http://www.w3.org/2000/09/xmldsig#sha1"))))
        .containsExactly("weak-algorithm");
    for (String weak :
        List.of(
            "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1",
            "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
            "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256",
            "http://www.w3.org/2001/04/xmldsig-more#rsa-md5")) {
      assertThat(faults(changed(text -> text.replace(ECDSA, weak))))
          .as(weak)
          .containsExactly("weak-algorithm");
    }
    XmlVerification unknown = verify(changed(text -> text.replace(ECDSA, "urn:new-algorithm")));
    assertThat(unknown).isInstanceOf(XmlVerification.CouldNotBeChecked.class);
  }

  @Test
  void the_key_decides_the_algorithm_and_not_the_document() {
    String rsa = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    assertThat(faults(changed(text -> text.replace(ECDSA, rsa)))).containsExactly("key");
  }

  @Test
  void two_keys_that_differ_are_refused_and_none_cannot_be_checked() {
    String text = signed(KEY, Profile.XMLDSIG);
    String other = signed(XmlKey.p256(), Profile.XMLDSIG);
    String mixed =
        text.replace(
            between(text, "<ds:X509Data>", "</ds:X509Data>"),
            between(other, "<ds:X509Data>", "</ds:X509Data>"));
    assertThat(faults(mixed)).containsExactly("key");
    String bare = text.replace(between(text, "<ds:KeyInfo>", "</ds:KeyInfo>"), "");
    assertThat(verify(bare)).isInstanceOf(XmlVerification.CouldNotBeChecked.class);
    assertThat(XmlSignatures.verify(parse(bare), AT, KEY.publicKey()))
        .isInstanceOf(XmlVerification.Valid.class);
  }

  @Test
  void a_certificate_that_does_not_hold_any_more_is_a_remark() {
    XmlVerification result =
        XmlSignatures.verify(
            parse(signed(KEY, Profile.XMLDSIG)), AT.plusSeconds(86_400L * 4_000), null);
    assertThat(((XmlVerification.Valid) result).remarks())
        .extracting(Fault::code)
        .containsExactly("certificate-dates");
  }

  @Test
  void damaged_signatures_are_a_finding() {
    assertThat(
            faults(
                changed(text ->
                    text.replace(
                        between(text, "<ds:SignatureValue>", "</ds:SignatureValue>"),
                        "<ds:SignatureValue>AAAA</ds:SignatureValue>"))))
        .containsExactly("signature");
    assertThat(
            faults(
                changed(text ->
                    text.replace(
                        between(text, "<ds:X509Certificate>", "</ds:X509Certificate>"),
                        "<ds:X509Certificate>AAAA</ds:X509Certificate>"))))
        .containsExactly("key");
    assertThat(faults(changed(text -> text.replace("ds:SignedInfo", "ds:Other"))))
        .containsExactly("structure");
  }

  static String signed(XmlKey key, Profile profile) {
    Document document = parse(TRANSCRIPT);
    XmlToSign.sign(document.getDocumentElement(), key, profile, AT);
    return new String(XmlOutput.bytes(document), UTF_8);
  }

  static Document parse(String text) {
    return ((XmlRead.Parsed) new HardenedXml().read(text.getBytes(UTF_8))).document();
  }

  static XmlVerification verify(String text) {
    return XmlSignatures.verify(parse(text), AT);
  }

  private static String changed(UnaryOperator<String> change) {
    String text = signed(KEY, Profile.XMLDSIG);
    String changed = change.apply(text);
    assertThat(changed).isNotEqualTo(text);
    return changed;
  }

  private static List<String> faults(String text) {
    return codes(verify(text));
  }

  private static List<String> codes(XmlVerification result) {
    assertThat(result).isInstanceOf(XmlVerification.Invalid.class);
    return ((XmlVerification.Invalid) result)
        .faults().stream().map(Fault::code).distinct().toList();
  }

  private static String signature(String text) {
    return between(text, "<ds:Signature ", "</ds:Signature>");
  }

  private static String between(String text, String from, String to) {
    return text.substring(text.indexOf(from), text.indexOf(to) + to.length());
  }
}
