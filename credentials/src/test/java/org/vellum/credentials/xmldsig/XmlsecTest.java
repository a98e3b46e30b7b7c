package org.vellum.credentials.xmldsig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Judged by xmlsec1, an independent implementation in C, in both directions. */
class XmlsecTest {
  @TempDir Path folder;

  @BeforeAll
  static void is_installed() {
    Xmlsec.assumeInstalled();
  }

  @Test
  void xmlsec1_verifies_what_vellum_signs() throws Exception {
    Xmlsec judge = new Xmlsec(folder);
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      for (Profile profile : Profile.values()) {
        String text = XmlSignaturesTest.signed(key, profile);
        assertThat(judge.accepts(key, text)).as(key.algorithm() + " " + profile).isTrue();
        assertThat(judge.accepts(key, text.replace(">Ada<", ">Eve<"))).isFalse();
      }
    }
  }

  @Test
  void vellum_verifies_what_xmlsec1_signs() throws Exception {
    for (XmlKey key : List.of(XmlKey.p256(), XmlKey.rsa())) {
      for (String canonicalization : Algorithms.CANONICALIZATIONS) {
        String template =
            "<transcript xmlns='urn:t'><learner>Ada &amp; Śliwa</learner>"
                + Xmlsec.template(key, canonicalization)
                + "</transcript>";
        String signed = new Xmlsec(folder).signed(key, template);
        XmlVerification result = XmlSignaturesTest.verify(signed);
        assertThat(result).isInstanceOf(XmlVerification.Valid.class);
        assertThat(((XmlVerification.Valid) result).certificates()).isEqualTo(key.certificates());
      }
    }
  }
}
