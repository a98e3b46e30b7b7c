package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.apache.xml.security.signature.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlRead;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** It may call nothing good that Santuario does not. */
class PlainSignatureTest {
  private static final int CASES = 4_000;
  private static final String DOCUMENT =
      "<t:transcript xmlns:t=\"urn:t\" xmlns=\"urn:d\" b=\"2\"><learner>Ada &amp; Eve</learner>"
          + "<course id=\"1\"/></t:transcript>";

  private final XmlKey key = XmlKey.p256();

  @Test
  void what_vellum_signs_is_good_and_no_more_once_it_is_changed() {
    for (XmlKey each : List.of(key, XmlKey.rsa())) {
      String signed = signed(each);

      assertThat(isGood(signed, each)).isTrue();
      assertThat(isGood(signed, XmlKey.p256())).isFalse();
      assertThat(isGood(signed.replace("Ada", "Eva"), each)).isFalse();
      String course = "<course xmlns=\"urn:d\" id=\"1\"></course>";
      assertThat(signed).contains(course);
      assertThat(isGood(signed.replace(course, ""), each)).isFalse();
      assertThat(isGood(signed.replace(course, course + course), each)).isFalse();
      assertThat(isGood(signed.replace("b=\"2\"", "b=\"2\" c=\"3\""), each)).isFalse();
    }
  }

  @Test
  void comments_and_ways_to_write_the_same_change_nothing() {
    String signed = signed(key);

    assertThat(isGood(signed.replace("<learner>", "<!-- seen --><learner>"), key)).isTrue();
    assertThat(isGood(signed.replace("Ada &amp; Eve", "<![CDATA[Ada & Eve]]>"), key)).isTrue();
    assertThat(isGood(signed.replace("b=\"2\"", "b = '&#50;'"), key)).isTrue();
  }

  @Test
  void another_shape_is_not_spoken_of() {
    String signed = signed(key);
    String exclusive = "Algorithm=\"" + Algorithms.EXCLUSIVE + "\"></ds:Transform>";
    String prefixes =
        "<i:InclusiveNamespaces xmlns:i=\"" + Algorithms.EXCLUSIVE + "\" PrefixList=\"t\"/>";

    assertThat(signed).contains(exclusive);
    assertThat(
            isGood(signed.replace(exclusive, exclusive.replace("><", ">" + prefixes + "<")), key))
        .isFalse();
    assertThat(isGood(signed.replace("URI=\"\"", "URI=\"#x\""), key)).isFalse();
    assertThat(isGood(signed.replace("xmlenc#sha256", "xmlenc#sha512"), key)).isFalse();
  }

  @Test
  void whatever_is_changed_nothing_is_good_that_santuario_does_not_call_so() throws Exception {
    String signed = signed(key);
    Random random = new Random(11);
    int good = 0;
    for (int number = 0; number < CASES; number++) {
      String changed = changed(signed, random);
      Element signature = signature(changed);
      if (signature != null && PlainSignature.isGood(signature, key.publicKey())) {
        good++;
        assertThat(bySantuario(changed)).as(changed).isTrue();
      }
    }
    assertThat(good).isGreaterThan(CASES / 200);
  }

  private static String changed(String signed, Random random) {
    StringBuilder text = new StringBuilder(signed);
    int at = random.nextInt(text.length());
    List<String> pieces = List.of("<!---->", " ", "\n", "<x/>", "a", "=", "<ds:Object/>", "&#32;");
    if (random.nextInt(3) == 0) {
      text.deleteCharAt(at);
    } else {
      text.insert(at, pieces.get(random.nextInt(pieces.size())));
    }
    return text.toString();
  }

  private boolean bySantuario(String document) throws XMLSecurityException {
    Element signature = signature(document);
    return signature != null
        && new XMLSignature(signature, "", true).checkSignatureValue(key.publicKey());
  }

  private String signed(XmlKey signer) {
    return new String(
        SignedXml.sign(DOCUMENT.getBytes(UTF_8), signer, Profile.XMLDSIG, XmlKey.AT), UTF_8);
  }

  private static boolean isGood(String document, XmlKey key) {
    Element signature = signature(document);
    if (signature == null) {
      throw new AssertionError("not well-formed, or without a signature: " + document);
    }
    return PlainSignature.isGood(signature, key.publicKey());
  }

  private static @Nullable Element signature(String text) {
    if (new HardenedXml().read(text.getBytes(UTF_8)) instanceof XmlRead.Parsed parsed) {
      Document document = parsed.document();
      return (Element) document.getElementsByTagNameNS(Names.DS, "Signature").item(0);
    }
    return null;
  }
}
