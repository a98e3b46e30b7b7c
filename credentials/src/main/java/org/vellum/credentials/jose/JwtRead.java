package org.vellum.credentials.jose;

import java.util.List;

/** What came of reading a token. */
public sealed interface JwtRead {

  /**
   * A credential. Nothing is known yet of who signed it, and it may be full of faults: see {@link
   * JwtCredential#findings()}.
   *
   * @param jwt the token, taken apart
   */
  record Decoded(JwtCredential jwt) implements JwtRead {}

  /**
   * It is not a token with a credential.
   *
   * @param findings at least one reason
   */
  record Unreadable(List<JwtFinding> findings) implements JwtRead {
    /** Copies the reasons. */
    public Unreadable {
      findings = List.copyOf(findings);
    }
  }
}
