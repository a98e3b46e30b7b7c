package org.vellum.transcript.printing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.vellum.credentials.key.KeyStoreKey;
import org.vellum.credentials.pdf.AttachedRecord;
import org.vellum.credentials.pdf.PdfToSign;
import org.vellum.credentials.pdf.TranscriptPdf;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.issuer.Seal;

/**
 * Prints a signed record, and seals the PDF if the operator gave a certificate. Call it outside a
 * transaction: it takes as long as hundreds of other requests.
 */
@Component
public class PrintRecord {
  private final Seal seal;
  private final NoteSeal noteSeal;
  private final Clock clock;

  @Inject
  public PrintRecord(Seal seal, NoteSeal noteSeal, Clock clock) {
    this.seal = seal;
    this.noteSeal = noteSeal;
    this.clock = clock;
  }

  /**
   * The PDF of a record, with the record in it.
   *
   * @param actor who asks for it, as the audit log names them
   * @param credential the ClrCredential exactly as signed
   * @param page the page on which anybody who has the PDF can verify it
   */
  public byte[] print(String actor, String credential, URI page) {
    Optional<KeyStoreKey> key = seal.key();
    byte[] pdf = TranscriptPdf.of(credential, page, key.isPresent()).value();
    if (key.isEmpty()) {
      return pdf;
    }
    byte[] sealed = PdfToSign.sign(pdf, key.get(), clock.instant());
    String serial = key.get().certificates().getFirst().getSerialNumber().toString(16);
    String id = new AttachedRecord("", credential.getBytes(UTF_8)).document().path("id").asText();
    noteSeal.note(actor, id, serial);
    return sealed;
  }
}
