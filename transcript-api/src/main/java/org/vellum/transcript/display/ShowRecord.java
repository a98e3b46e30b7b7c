package org.vellum.transcript.display;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.status.Revocation;
import org.vellum.transcript.status.Revocations;

/** Makes the view of a signed record, with what was revoked since. */
@Component
public class ShowRecord {
  private final Revocations revocations;

  @Inject
  public ShowRecord(Revocations revocations) {
    this.revocations = revocations;
  }

  /**
   * The view of a record.
   *
   * @param credential a ClrCredential exactly as signed by this issuer
   * @param learner the learner's name as the roster has it; may be empty
   */
  public RecordView show(String credential, String learner) {
    return show(credential, learner, Optional.empty());
  }

  /**
   * The view of a selection from a record, which is revoked when its record is.
   *
   * @param record identifier of the record from which was selected
   */
  public RecordView show(String credential, String learner, Optional<UUID> record) {
    JsonNode parsed = RecordView.parsed(credential);
    List<UUID> ids = RecordView.idsIn(parsed);
    Map<UUID, Revocation> revoked = revocations.among(ids);
    List<AchievementView> achievements =
        RecordView.credentialsIn(parsed).stream()
            .map(each -> AchievementView.of(each, revoked))
            .toList();
    Optional<Revocation> revocation =
        record.or(() -> AchievementView.idOf(parsed)).flatMap(revocations::find);
    return RecordView.of(parsed, learner, achievements, revocation);
  }
}
