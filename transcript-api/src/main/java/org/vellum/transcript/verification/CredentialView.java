package org.vellum.transcript.verification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.vellum.credentials.verification.Verdict;

/**
 * What was found of one credential, as it is told.
 *
 * @param verdict the worst of its checks and of the credentials inside it
 * @param title its name; a description of its place where it has none
 * @param place JSON pointer of it inside the document; empty for the document itself
 * @param id its id; empty where it has none
 * @param stated what it says by its own word
 * @param issuer the issuer that it names
 * @param key the verification method that its proof names; empty where it has none
 * @param checks one for each kind that there is anything to tell of
 * @param signatures its signatures that hold
 * @param nested the credentials inside it
 * @param endorsements what others say of it
 */
public record CredentialView(
    @JsonIgnore Verdict verdict,
    String title,
    String place,
    String id,
    @JsonIgnore StatedView stated,
    IssuerView issuer,
    String key,
    List<CheckView> checks,
    List<SignatureView> signatures,
    List<CredentialView> nested,
    List<CredentialView> endorsements) {

  public CredentialView {
    checks = List.copyOf(checks);
    signatures = List.copyOf(signatures);
    nested = List.copyOf(nested);
    endorsements = List.copyOf(endorsements);
  }

  /**
   * A signature that holds.
   *
   * @param suite how it was made
   * @param key the key, as Multikey or by its hash
   * @param controller whose key it is; empty if that could not be told
   * @param binding how that is known
   */
  public record SignatureView(String suite, String key, String controller, String binding) {}

  /**
   * The issuer that a credential names.
   *
   * @param id its DID or address; empty if none is named
   * @param name its name by its own account; may be empty
   * @param thisInstitution whether it is the institution of this server
   */
  public record IssuerView(String id, String name, boolean thisInstitution) {}

  /** The outcome: {@code valid}, {@code invalid} or {@code could-not-be-checked}. */
  @JsonProperty("verdict")
  public String outcome() {
    return Words.name(verdict);
  }

  @JsonIgnore
  public boolean isValid() {
    return verdict == Verdict.VALID;
  }

  @JsonIgnore
  public String verdictTitle() {
    return Words.title(verdict);
  }

  @JsonIgnore
  public String sign() {
    return Words.sign(verdict);
  }

  @JsonIgnore
  public String style() {
    return Words.style(verdict);
  }
}
