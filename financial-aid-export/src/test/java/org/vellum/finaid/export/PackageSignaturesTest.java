package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PackageSignaturesTest {
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";

  @TempDir Path folder;

  @Test
  void the_list_of_digests_is_signed_as_a_whole() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    byte[] list = Files.readAllBytes(ntpx.resolve("manifest.xml"));
    assertThat(verified(list)).isInstanceOf(XmlVerification.Valid.class);
    String changed = new String(list, UTF_8).replace("payment_period.xml", "other_period.xml");
    assertThat(verified(changed.getBytes(UTF_8))).isInstanceOf(XmlVerification.Invalid.class);
  }

  @Test
  void every_file_of_xml_and_the_manifest_is_in_it_by_its_digest() throws Exception {
    Path ntpx = APackage.in(folder.resolve("ntpx")).folder();
    Map<String, String> digests = digests(Files.readAllBytes(ntpx.resolve("manifest.xml")));
    assertThat(digests).containsKeys("manifest.json", "schema/ntpx-1.0.xsd");
    for (Entity entity : Entities.ALL) {
      assertThat(digests).containsKey(entity.name() + ".xml");
    }
    for (Map.Entry<String, String> each : digests.entrySet()) {
      byte[] bytes = Files.readAllBytes(ntpx.resolve(each.getKey()));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(Base64.getEncoder().encodeToString(digest)).isEqualTo(each.getValue());
    }
  }

  @Test
  void a_key_that_xml_signatures_do_not_know_signs_the_manifest_alone() throws Exception {
    byte[] manifest =
        Files.readAllBytes(APackage.in(folder.resolve("n")).folder().resolve("manifest.json"));
    IssuerKey key = IssuerKey.generate("did:web:university.example", SignatureAlgorithm.ED25519);
    PackageSignatures.write(folder, manifest, key, APackage.AS_OF);
    assertThat(folder.resolve("manifest.json.jws")).exists();
    assertThat(folder.resolve("manifest.xml")).doesNotExist();
  }

  private static XmlVerification verified(byte[] list) {
    return XmlSignatures.verify(document(list), APackage.AS_OF, APackage.KEY.publicKey());
  }

  private static Document document(byte[] list) {
    return new HardenedXml().read(list).get();
  }

  private static Map<String, String> digests(byte[] list) {
    Element manifest = (Element) document(list).getElementsByTagNameNS(DS, "Manifest").item(0);
    NodeList references = manifest.getElementsByTagNameNS(DS, "Reference");
    Map<String, String> digests = new HashMap<>();
    for (int i = 0; i < references.getLength(); i++) {
      Element reference = (Element) references.item(i);
      digests.put(
          reference.getAttribute("URI"),
          reference.getElementsByTagNameNS(DS, "DigestValue").item(0).getTextContent());
    }
    return digests;
  }
}
