package org.vellum.credentials.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What the file says of itself: it was made when the record was issued, and its identifier follows
 * from what it shows. So the same record gives the same bytes.
 */
final class Description {
  private Description() {}

  static void write(PDDocument document, Instant issued, byte[] content) throws IOException {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setCreationDate(TranscriptPdf.calendar(issued));
    information.setModificationDate(TranscriptPdf.calendar(issued));
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    metadata.importXMPMetadata(dated(metadata, issued));
    document.getDocument().getTrailer().removeItem(COSName.ID);
    document.setDocumentId(ByteBuffer.wrap(digest(content)).getLong());
  }

  /** PDF/A wants the dates of the two descriptions to be equal (ISO 19005-3, section 6.6.2.3). */
  private static byte[] dated(PDMetadata metadata, Instant issued) throws IOException {
    try (InputStream in = metadata.exportXMPMetadata()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      in.transferTo(bytes);
      Instant second = issued.truncatedTo(ChronoUnit.SECONDS);
      String dates =
          "<xmp:CreateDate>"
              + second
              + "</xmp:CreateDate>"
              + "<xmp:ModifyDate>"
              + second
              + "</xmp:ModifyDate>";
      return bytes
          .toString(StandardCharsets.UTF_8)
          .replaceFirst("<xmp:CreateDate>[^<]*</xmp:CreateDate>", dates)
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static byte[] digest(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
