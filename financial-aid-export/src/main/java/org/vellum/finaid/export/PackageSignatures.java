package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.vellum.credentials.jose.DetachedJws;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlToSign;

/**
 * The signatures of a package: a detached JWS of its manifest (RFC 7515, RFC 7797), and for readers
 * of XML a signed list of digests (XMLDSig, section 5.1) of its XML files.
 */
public final class PackageSignatures {
  /** The detached signature of the manifest. */
  public static final String JWS = "manifest.json.jws";

  /** The signed list of the digests of the XML files. */
  public static final String XML = "manifest.xml";

  static final String NAMESPACE = "urn:vellum:ntpx:1.0:manifest";
  private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
  private static final String SHA_256 = "http://www.w3.org/2001/04/xmlenc#sha256";
  private static final ObjectMapper JSON = new ObjectMapper();

  private PackageSignatures() {}

  /**
   * Signs a package and writes the signatures beside its manifest.
   *
   * @param folder of the package
   * @param manifest the bytes of {@code manifest.json}
   * @param signer P-256, or RSA from 2048 bits, if there are XML files to sign; no XMLDSig is made
   *     with a key of another kind
   * @param at when
   */
  public static void write(Path folder, byte[] manifest, Signer signer, Instant at)
      throws IOException {
    String jws = DetachedJws.of(manifest, signer).signedBy(signer);
    Files.write(folder.resolve(JWS), jws.getBytes(UTF_8));
    Optional<byte[]> xml = xml(manifest, signer, at);
    if (xml.isPresent()) {
      Files.write(folder.resolve(XML), xml.get());
    }
  }

  /** The list of digests with its signature; nothing if the package has no files of XML. */
  private static Optional<byte[]> xml(byte[] manifest, Signer signer, Instant at)
      throws IOException {
    JsonNode told = JSON.readTree(manifest);
    boolean signs =
        signer.algorithm() == SignatureAlgorithm.ES256
            || signer.algorithm() == SignatureAlgorithm.RS256;
    boolean any = false;
    Branch root = Branch.root(NAMESPACE, "PackageManifest", NAMESPACE);
    root.text("RunId", told.path("runId").asText());
    root.text("Institution", told.path("institution").asText());
    Branch digests = root.foreign(DS, "ds", "Manifest");
    for (JsonNode file : told.path("files")) {
      String name = file.path("name").asText();
      if (name.endsWith(".xml") || name.endsWith(".xsd")) {
        any |= name.endsWith(".xml");
        reference(digests, name, HexFormat.of().parseHex(file.path("sha256").asText()));
      }
    }
    if (!signs || !any) {
      return Optional.empty();
    }
    reference(digests, "manifest.json", Hashes.sha256(manifest));
    XmlToSign.sign(root.element(), signer, Profile.XMLDSIG, at);
    return Optional.of(XmlOutput.bytes(root.document()));
  }

  /** Over the octets of a file as they are: no transform. */
  private static void reference(Branch digests, String name, byte[] digest) {
    Branch reference = digests.child("Reference").attribute("URI", name);
    reference.child("DigestMethod").attribute("Algorithm", SHA_256);
    reference.text("DigestValue", Base64.getEncoder().encodeToString(digest));
  }
}
