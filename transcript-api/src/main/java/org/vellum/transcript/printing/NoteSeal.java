package org.vellum.transcript.printing;

import jakarta.inject.Inject;
import java.util.Map;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.UseCase;

/**
 * Accounts for a transcript that was sealed, before it is handed out. It is a transaction of its
 * own: laying out a page takes long, and nothing is locked meanwhile.
 */
@UseCase
public class NoteSeal {
  private final AuditLog audit;

  @Inject
  public NoteSeal(AuditLog audit) {
    this.audit = audit;
  }

  /**
   * Accounts for it.
   *
   * @param actor who asked for it, as the audit log names them
   * @param record the id of the record in it
   * @param certificate serial number of the certificate, in hexadecimal
   */
  public void note(String actor, String record, String certificate) {
    audit.record(
        AuditEntry.of(actor, "transcript-sealed", record, Map.of("certificate", certificate)));
  }
}
