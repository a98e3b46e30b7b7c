package org.vellum.transcript.exporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.record.Loss;
import org.vellum.credentials.xml.XmlOutput;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;
import org.w3c.dom.Document;

/** Writes a signed record as ELMO (EMREX), which other student systems read. It is not signed. */
@Component
public class ElmoExport {
  /**
   * The record as ELMO. What it does not say of the record stands in a comment before it.
   *
   * @param credential the ClrCredential exactly as signed
   * @return the document in UTF-8
   */
  public byte[] export(String credential) {
    Converted<LearnerRecord> record = ClrRecords.read(tree(credential));
    Converted<Document> written = ElmoRecords.write(record.value());
    List<Loss> losses = new ArrayList<>(record.losses());
    losses.addAll(written.losses());
    Document document = written.value();
    document.insertBefore(document.createComment(remark(losses)), document.getDocumentElement());
    return XmlOutput.bytes(document);
  }

  private static String remark(List<Loss> losses) {
    String head = " Not signed: what counts is the record as its issuer signed it.";
    if (losses.isEmpty()) {
      return head + " ";
    }
    return losses.stream()
        .map(loss -> "%n  %s: %s".formatted(loss.place(), loss.why()))
        .map(ElmoExport::commentable)
        .collect(Collectors.joining("", head + " What this document does not say of it:", "\n"));
  }

  /**
   * A comment must not contain two hyphens (XML 1.0, section 2.5) or a character that XML lacks.
   */
  private static String commentable(String text) {
    return XmlText.of(text).replace('-', '‐');
  }

  private static ObjectNode tree(String credential) {
    try {
      return (ObjectNode) Json.mapper().readTree(credential);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was signed is kept as it was", e);
    }
  }
}
