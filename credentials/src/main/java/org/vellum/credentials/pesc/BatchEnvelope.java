package org.vellum.credentials.pesc;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.XmlText;
import org.w3c.dom.Element;

/**
 * Who sends a batch to whom (TransmissionBatchType).
 *
 * @param id the sender's name of the batch, of at most 35 characters
 * @param created when it was made
 * @param source who sends it
 * @param destination who is to receive it; null if that is not said
 */
public record BatchEnvelope(
    String id, Instant created, Institution source, @Nullable Institution destination) {

  /** Checks what the schema asks for. */
  public BatchEnvelope {
    if (!PartyWriter.fits(id, 1, Pesc.DOCUMENT_ID)) {
      throw new IllegalArgumentException("the name of a batch has 1 to 35 characters");
    }
    if (XmlText.dateTime(created) == null) {
      throw new IllegalArgumentException("a batch of a year that no batch can say");
    }
  }

  Element element() {
    Branch root = Branch.root(Pesc.BATCH_NAMESPACE, "b:" + Pesc.BATCH, null);
    Branch envelope = root.child("BatchEnvelope");
    envelope.text("BatchID", id).text("BatchDateTime", created);
    envelope.text("BatchDeliveryMethod", "ParseBatch");
    PartyWriter.organization(envelope.child("SourceAgency").child("Organization"), source);
    Branch receiver = envelope.child("DestinationAgency").child("Organization");
    if (destination != null) {
      PartyWriter.organization(receiver, destination);
    }
    return envelope.element();
  }
}
