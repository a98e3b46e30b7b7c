package org.vellum.credentials.pesc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vellum.credentials.key.Signer;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.Differences;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.Seen;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlToSign;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Learner records as PESC College Transcripts: written as version 1.6.0, read in every version, of
 * which 1.6.0 is the one whose schema is known here.
 */
public final class PescRecords {
  private static final HardenedXml XML = new HardenedXml();

  private PescRecords() {}

  /** Writes a record for its learner. */
  public static Converted<Document> write(LearnerRecord record) {
    return write(record, Delivery.toLearner());
  }

  /**
   * Writes a record.
   *
   * @param delivery why and to whom it goes
   * @return the document, and what of the record it does not say, by the record's own paths
   * @throws IllegalArgumentException if the record was issued in a year beyond 9999
   */
  public static Converted<Document> write(LearnerRecord record, Delivery delivery) {
    Document document = TranscriptWriter.write(record, delivery);
    LearnerRecord back = TranscriptReader.read(document.getDocumentElement(), new ArrayList<>());
    return new Converted<>(document, Differences.between(record, back, PescRecords::reason));
  }

  /**
   * Reads a record: a transcript, or one in an EdExchange envelope.
   *
   * @return the record, and what of the document it does not say, by XPath
   * @throws IllegalArgumentException with a sentence for people if it is no College Transcript
   */
  public static Converted<LearnerRecord> read(byte[] bytes) {
    return read(XML.read(bytes).get());
  }

  /** Reads a record from a document that is parsed already, perhaps after its verification. */
  public static Converted<LearnerRecord> read(Document document) {
    Element transcript = transcript(document.getDocumentElement());
    List<Loss> losses = new ArrayList<>();
    String namespace = String.valueOf(transcript.getNamespaceURI());
    if (!namespace.equals(Pesc.NAMESPACE)) {
      String version = namespace.substring(namespace.lastIndexOf(':') + 1);
      losses.add(
          new Loss(
              Seen.place(transcript),
              "namespace",
              "the schema of version " + version + " is not known here; read as v1.6.0"));
    }
    LearnerRecord record = TranscriptReader.read(transcript, losses);
    return new Converted<>(record, losses);
  }

  /** Whether a document element is one that {@link #read} understands. */
  public static boolean isTranscript(Element root) {
    return isOf(root, Pesc.MESSAGE + Pesc.TRANSCRIPT + ":v", Pesc.TRANSCRIPT)
        || isOf(root, Pesc.ENVELOPES, Pesc.ENVELOPE);
  }

  /**
   * The transcript of an envelope as a document of its own, in which its signature is to be
   * verified; any other document as it is.
   *
   * @throws IllegalArgumentException if an envelope holds no transcript
   */
  public static Document unwrapped(Document document) {
    Element root = document.getDocumentElement();
    if (!isOf(root, Pesc.ENVELOPES, Pesc.ENVELOPE)) {
      return document;
    }
    return XML.read(XmlOutput.fragment(transcript(root))).get();
  }

  /**
   * Signs a transcript. The schema has no place for a signature but the extension at its end, which
   * holds one element of another namespace.
   *
   * @param signer P-256, or RSA from 2048 bits
   * @param at the signing time (XAdES)
   * @throws IllegalArgumentException if the key is of another kind, XAdES has no certificate, or
   *     the extension is taken
   * @throws IllegalStateException if the key does not answer
   */
  public static void sign(Document document, Signer signer, Profile profile, Instant at) {
    Element root = document.getDocumentElement();
    if (!isOf(root, Pesc.MESSAGE + Pesc.TRANSCRIPT + ":v", Pesc.TRANSCRIPT)) {
      throw new IllegalArgumentException("not a College Transcript");
    }
    boolean taken =
        Seen.elements(root).stream().anyMatch(each -> "UserDefinedExtensions".equals(name(each)));
    if (taken) {
      throw new IllegalArgumentException("the place of the signature is taken by an extension");
    }
    Element place = document.createElementNS(null, "UserDefinedExtensions");
    root.appendChild(place);
    try {
      XmlToSign.sign(place, signer, profile, at);
    } catch (IllegalArgumentException | IllegalStateException e) {
      root.removeChild(place);
      throw e;
    }
  }

  private static Element transcript(Element root) {
    if (isOf(root, Pesc.ENVELOPES, Pesc.ENVELOPE)) {
      return Seen.elements(root).stream()
          .filter(each -> "Content".equals(name(each)))
          .flatMap(each -> Seen.elements(each).stream())
          .filter(each -> isOf(each, Pesc.MESSAGE + Pesc.TRANSCRIPT + ":v", Pesc.TRANSCRIPT))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("an envelope without a transcript"));
    }
    if (isOf(root, Pesc.MESSAGE + Pesc.BATCH, Pesc.BATCH)) {
      throw new IllegalArgumentException("a batch of transcripts, not one of them");
    }
    if (!isTranscript(root)) {
      throw new IllegalArgumentException("not a College Transcript of a known namespace");
    }
    return root;
  }

  static boolean isOf(Element element, String namespace, String name) {
    return name.equals(name(element))
        && String.valueOf(element.getNamespaceURI()).startsWith(namespace);
  }

  private static String name(Element element) {
    return String.valueOf(element.getLocalName());
  }

  private static String reason(String path) {
    return switch (path) {
      case "links" -> "PESC does not relate courses and awards to each other";
      case "learner.identifiers" -> "PESC has no place for it, or none that is long enough";
      case "attainments.awardedBy" -> "PESC names another school for courses only";
      default -> "PESC has no place for it";
    };
  }
}
