package org.vellum.competency.lti;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vellum.platform.oauth.KnownScopes;
import org.vellum.platform.problem.Finding;

/**
 * What a tool is registered with, by hand or by itself (LTI Dynamic Registration 1.0, section 3.6).
 *
 * @param name what people call it
 * @param description what it is for
 * @param loginUri {@code initiate_login_uri}
 * @param targetLinkUri where it leads unless a link says otherwise
 * @param redirectUris {@code redirect_uris}
 * @param deepLinkingUri where content is chosen
 * @param keys its JWK Set, or the address of one
 * @param scopes what it may ask for
 * @param custom parameters that every launch carries
 * @param tellsNames whether it is told names and e-mail addresses
 */
public record ToolRegistration(
    String name,
    Optional<String> description,
    String loginUri,
    String targetLinkUri,
    List<String> redirectUris,
    Optional<String> deepLinkingUri,
    String keys,
    List<String> scopes,
    Map<String, String> custom,
    boolean tellsNames) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int MOST = 20;

  public ToolRegistration {
    redirectUris = List.copyOf(redirectUris);
    scopes = List.copyOf(scopes);
    custom = Map.copyOf(custom);
  }

  /** What is wrong with it, all of it. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    require(
        findings,
        !name.isBlank() && name.length() <= LONGEST_NAME,
        "/client_name",
        "A name has 1 to 100 characters.");
    require(
        findings,
        description.filter(text -> text.length() > LONGEST_DESCRIPTION).isEmpty(),
        "/description",
        "A description has at most 2,000 characters.");
    address(findings, "/initiate_login_uri", loginUri);
    address(findings, "/target_link_uri", targetLinkUri);
    deepLinkingUri.ifPresent(uri -> address(findings, "/messages/target_link_uri", uri));
    require(
        findings,
        !redirectUris.isEmpty() && redirectUris.size() <= MOST,
        "/redirect_uris",
        "Name 1 to 20 addresses to which a launch may be sent.");
    redirectUris.forEach(uri -> address(findings, "/redirect_uris", uri));
    require(
        findings,
        KnownScopes.ofTools().containsAll(scopes),
        "/scope",
        "Only the scopes of AGS and NRPS are given to tools.");
    return findings;
  }

  private static void address(List<Finding> findings, String place, String text) {
    require(
        findings,
        LtiTool.isAddress(text),
        place,
        "This must be an address that begins with https:// or http://.");
  }

  private static void require(
      List<Finding> findings, boolean holds, String place, String otherwise) {
    if (!holds) {
      findings.add(Finding.error("value-invalid", place, otherwise));
    }
  }
}
