package org.vellum.platform.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who calls: a person whom the container knows, a client with an access token, or nobody. */
@RequestScoped
public class Caller {
  private static final Set<String> ALL =
      Set.of(
          Roles.LEARNER,
          Roles.REGISTRAR,
          Roles.FACULTY,
          Roles.EMPLOYER,
          Roles.AID_OFFICER,
          Roles.ADMIN);

  @Inject private HttpServletRequest request;
  private @Nullable String client;

  void identifyAs(String clientId) {
    client = clientId;
  }

  /** The sign-in name of the person who calls; empty for a client and for a stranger. */
  public Optional<String> person() {
    Principal principal = request.getUserPrincipal();
    return Optional.ofNullable(principal).map(Principal::getName);
  }

  /** The identifier of the client that calls; empty for a person and for a stranger. */
  public Optional<String> client() {
    return Optional.ofNullable(client);
  }

  /** Who calls, as the audit log names it: sign-in name, {@code client:<id>} or {@code public}. */
  public String actor() {
    return client().map(id -> "client:" + id).or(this::person).orElse("public");
  }

  /**
   * Whether the person who calls has the role.
   *
   * @param role one of {@link Roles}
   */
  public boolean has(String role) {
    return request.isUserInRole(role);
  }

  /** The roles of the person who calls. */
  public Stream<String> roles() {
    return ALL.stream().filter(this::has);
  }
}
