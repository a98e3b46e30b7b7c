package org.vellum.competency.lti.registration;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.LtiTool;
import org.vellum.competency.lti.Queries;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.time.Ids;
import org.vellum.platform.usecase.UseCase;

/** Invites a tool to register itself. */
@UseCase
public class InviteTool {
  private static final Duration GOOD_FOR = Duration.ofDays(1);
  private static final int TOKEN_BYTES = 32;

  private final Invitations invitations;
  private final Addresses addresses;
  private final AuditLog audit;
  private final Clock clock;
  private final Ids ids;

  @Inject
  public InviteTool(
      Invitations invitations, Addresses addresses, AuditLog audit, Clock clock, Ids ids) {
    this.invitations = invitations;
    this.addresses = addresses;
    this.audit = audit;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Invites it.
   *
   * @param address where the tool registers itself, as its makers tell
   * @return the address that the registrar opens (LTI Dynamic Registration 1.0, section 3.3); empty
   *     if what was given is no address
   */
  public Optional<String> invite(String address, String actor) {
    if (!LtiTool.isAddress(address)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    String token = ids.secret(TOKEN_BYTES);
    invitations.add(token, actor, now, now.plus(GOOD_FOR));
    audit.record(AuditEntry.of(actor, "lti-tool-invited", LtiTool.origin(address)));
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("openid_configuration", addresses.of("/openid-configuration"));
    fields.put("registration_token", token);
    return Optional.of(Queries.with(address, fields));
  }
}
