package org.vellum.transcript.issuing;

import java.util.UUID;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;
import org.vellum.transcript.status.RevokeCredential;

/** The registrar, for the tests of other features. */
public final class Publisher {
  private final Registrar registrar;

  public Publisher(TestDatabase database) {
    registrar = new Registrar(database);
  }

  public Institution institution() {
    return registrar.institution;
  }

  public PublishedRecords records() {
    return registrar.records;
  }

  /** Publishes the record of Ada, who must have something to show. */
  public PublishedRecord publish() throws Exception {
    return registrar.published().record();
  }

  public RevokeCredential.Result revoke(UUID credential, String reason) throws Exception {
    return registrar.revoke(credential, reason);
  }
}
