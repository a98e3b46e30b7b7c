package org.vellum.competency.lti.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.LtiTool;
import org.vellum.platform.problem.Finding;

/**
 * A learning management system from which we are launched (LTI 1.3, section 3.1.1).
 *
 * @param id our identifier of it
 * @param name what people call it
 * @param issuer its {@code iss}
 * @param clientId our {@code client_id} there
 * @param authUri where it is asked who comes
 * @param tokenUri where it gives access tokens
 * @param keysUri where it publishes its keys
 * @param tokenAudience the {@code aud} that its token endpoint wants, if that is not its address
 */
public record LtiPlatform(
    UUID id,
    String name,
    String issuer,
    String clientId,
    String authUri,
    String tokenUri,
    String keysUri,
    Optional<String> tokenAudience) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST = 500;

  /** By which its results are known among the sources. */
  public String source() {
    return "lti:" + id;
  }

  /** What is wrong with it, all of it. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    require(findings, isShort(name, LONGEST_NAME), "/name", "A name has 1 to 100 characters.");
    require(findings, isShort(issuer, LONGEST), "/issuer", "An issuer has 1 to 500 characters.");
    require(
        findings, isShort(clientId, LONGEST), "/clientId", "A client ID has 1 to 500 characters.");
    address(findings, "/authUri", authUri);
    address(findings, "/tokenUri", tokenUri);
    address(findings, "/keysUri", keysUri);
    require(
        findings,
        tokenAudience.filter(text -> text.length() > LONGEST).isEmpty(),
        "/tokenAudience",
        "An audience has at most 500 characters.");
    return findings;
  }

  private static boolean isShort(String text, int longest) {
    return !text.isBlank() && text.length() <= longest;
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
