package org.vellum.credentials.pesc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import org.vellum.credentials.xml.XmlOutput;
import org.w3c.dom.Document;

/**
 * Writes an Academic Record Batch 2.1.0 as a stream: of many transcripts only one is in memory. The
 * schema of a batch has no place for a signature; each transcript carries its own, which holds when
 * it is taken out.
 */
public final class BatchWriter implements AutoCloseable {
  private static final String NAME = "AcRecBat:" + Pesc.BATCH;

  private final OutputStream out;
  private int count;
  private boolean closed;

  private BatchWriter(OutputStream out) {
    this.out = out;
  }

  /**
   * Begins a batch.
   *
   * @param out not closed by this writer
   * @throws IOException if it cannot be written
   */
  public static BatchWriter to(OutputStream out, BatchEnvelope envelope) throws IOException {
    BatchWriter writer = new BatchWriter(out);
    writer.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    writer.text("<" + NAME + " xmlns:AcRecBat=\"" + Pesc.BATCH_NAMESPACE + "\">");
    out.write(XmlOutput.fragment(envelope.element()));
    writer.text("<BatchContent>\n");
    return writer;
  }

  /**
   * Writes a transcript as it is, signature and all.
   *
   * @throws IllegalArgumentException if it is no College Transcript
   * @throws IOException if it cannot be written
   */
  public void add(Document transcript) throws IOException {
    if (!PescRecords.isOf(transcript.getDocumentElement(), Pesc.NAMESPACE, Pesc.TRANSCRIPT)) {
      throw new IllegalArgumentException("not a College Transcript");
    }
    out.write(XmlOutput.fragment(transcript.getDocumentElement()));
    text("\n");
    count++;
  }

  /**
   * Ends the batch.
   *
   * @throws IllegalStateException if it has no transcript, which the schema does not allow
   * @throws IOException if it cannot be written
   */
  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    text("</BatchContent></" + NAME + ">\n");
    out.flush();
    if (count == 0) {
      throw new IllegalStateException("a batch without a transcript");
    }
  }

  private void text(String text) throws IOException {
    out.write(text.getBytes(UTF_8));
  }
}
