package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlRead;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SignedXmlTest {
  private static final String PLAIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <t:transcript xmlns:t="urn:t" xmlns="urn:d" b="2" a="1">
        <learner xml:lang="pl">Ada &amp; Śliwa &quot;</learner>
        <empty/>
      </t:transcript>
      """;

  /** Beyond the scan: comments, CDATA, instructions, character references, single quotes. */
  private static final String ODD =
      """
      <?xml version="1.0"?>
      <!-- outside --><?before it?>
      <t xmlns='urn:t' a='1&#10;2'><!-- inside --><learner><![CDATA[Ada <&>]]>&#13;</learner></t>
      <?after it?>
      """;

  @TempDir Path folder;

  @Test
  void santuario_verifies_what_is_signed_either_way() {
    assertThat(CanonicalScan.of(PLAIN.getBytes(UTF_8))).isPresent();
    assertThat(CanonicalScan.of(ODD.getBytes(UTF_8))).isEmpty();
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      for (Profile profile : Profile.values()) {
        for (String document : List.of(PLAIN, ODD)) {
          String signed = signed(document, key, profile);

          assertThat(XmlSignaturesTest.verify(signed))
              .isInstanceOfSatisfying(
                  XmlVerification.Valid.class,
                  valid -> {
                    assertThat(valid.key()).isEqualTo(key.publicKey());
                    assertThat(valid.profile()).isEqualTo(profile);
                  });
          assertThat(XmlSignaturesTest.verify(signed.replace("Ada", "Eve")))
              .isInstanceOf(XmlVerification.Invalid.class);
        }
      }
    }
  }

  @Test
  void xmlsec1_verifies_what_is_signed_either_way() throws Exception {
    Xmlsec.assumeInstalled();
    Xmlsec judge = new Xmlsec(folder);
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      for (String document : List.of(PLAIN, ODD, "<a/>", "<a b=\"\"></a>")) {
        String signed = signed(document, key, Profile.XMLDSIG);

        assertThat(judge.accepts(key, signed)).as(document).isTrue();
        assertThat(judge.accepts(key, signed.replace("<a", "<a c=\"\"").replace("Ada", "Eve")))
            .as(document)
            .isFalse();
      }
    }
  }

  @Test
  void the_scan_and_the_tree_give_the_same_signed_document() {
    XmlKey key = XmlKey.rsa(); // a signature of RSA says the same each time
    Document tree = tree(PLAIN);
    XmlToSign.sign(tree.getDocumentElement(), key, Profile.XMLDSIG, XmlKey.AT);

    assertThat(signed(PLAIN, key, Profile.XMLDSIG))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + new String(Canonical.bytes(tree), UTF_8));
  }

  @Test
  void each_key_signs_with_its_own_name_whoever_signed_before() {
    XmlKey first = XmlKey.p256();
    XmlKey second = XmlKey.p256();
    XmlKey certified = second.certifiedBy(first, "https://university.example/");
    for (XmlKey key : List.of(first, second, certified, first)) {
      assertThat(XmlSignaturesTest.verify(signed(PLAIN, key, Profile.XMLDSIG)))
          .isInstanceOfSatisfying(
              XmlVerification.Valid.class,
              valid -> {
                assertThat(valid.key()).isEqualTo(key.publicKey());
                assertThat(valid.certificates()).isEqualTo(key.certificates());
              });
    }
  }

  @Test
  void a_document_is_not_signed_twice() {
    XmlKey key = XmlKey.p256();
    for (String document : List.of(PLAIN, ODD)) {
      String once = signed(document, key, Profile.XMLDSIG);

      assertThatThrownBy(() -> signed(once, key, Profile.XMLDSIG))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("already");
    }
  }

  @Test
  void what_is_no_document_is_not_signed() {
    for (String document : List.of("", "<a>", "<a>&x;</a>", "<!DOCTYPE a><a/>", "<p:a/>")) {
      assertThatThrownBy(() -> signed(document, XmlKey.p256(), Profile.XMLDSIG))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void the_signature_is_the_last_child_of_the_document_element() {
    Element root = tree(signed(PLAIN, XmlKey.p256(), Profile.XMLDSIG)).getDocumentElement();

    assertThat(root.getLastChild().getLocalName()).isEqualTo("Signature");
    assertThat(root.getLastChild().getNamespaceURI()).isEqualTo(Names.DS);
  }

  private static String signed(String document, XmlKey key, Profile profile) {
    return new String(SignedXml.sign(document.getBytes(UTF_8), key, profile, XmlKey.AT), UTF_8);
  }

  private static Document tree(String document) {
    if (new HardenedXml().read(document.getBytes(UTF_8)) instanceof XmlRead.Parsed parsed) {
      return parsed.document();
    }
    throw new AssertionError("not well-formed: " + document);
  }
}
