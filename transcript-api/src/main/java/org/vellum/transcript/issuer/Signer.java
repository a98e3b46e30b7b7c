package org.vellum.transcript.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.proof.EddsaRdfc2022;
import org.vellum.platform.audit.AuditEntry;
import org.vellum.platform.audit.AuditLog;
import org.vellum.platform.usecase.Component;

/**
 * Signs for the issuer, with {@code eddsa-rdfc-2022}. The opened key is kept in memory; which key
 * signs is asked of the database each time, so that a rotation on another node is seen at once.
 */
@Component
public class Signer {
  private final Issuer issuer;
  private final SigningKeys keys;
  private final AuditLog audit;
  private final EddsaRdfc2022 suite = new EddsaRdfc2022();
  private final AtomicReference<@Nullable IssuerKey> opened = new AtomicReference<>();

  @Inject
  public Signer(Issuer issuer, SigningKeys keys, AuditLog audit) {
    this.issuer = issuer;
    this.keys = keys;
    this.audit = audit;
  }

  /**
   * The key that signs now. The first one is made in the caller's transaction and is audited.
   *
   * @throws IllegalArgumentException if the configured secret does not open it
   */
  public IssuerKey key() {
    Optional<String> signing = keys.findSigning(issuer.did());
    return signing.isPresent() ? open(signing.get()) : create("system");
  }

  /** A copy of a credential with the issuer's proof, by a key that {@link #key} gave. */
  public ObjectNode sign(ObjectNode credential, IssuerKey key, Instant created) {
    return suite.sign(credential, key, created);
  }

  /** Makes a key and keeps it, unless another node was faster; then that one's key is it. */
  IssuerKey create(String actor) {
    IssuerKey made = IssuerKey.generate(issuer.did());
    if (!keys.add(made)) {
      return open(keys.findSigning(issuer.did()).orElseThrow());
    }
    audit.record(
        AuditEntry.of(
            actor, "key-created", made.verificationMethod(), Map.of("suite", "eddsa-rdfc-2022")));
    // Should this transaction fail, nobody asks for this key again.
    opened.set(made);
    return made;
  }

  private IssuerKey open(String verificationMethod) {
    IssuerKey known = opened.get();
    if (known != null && known.verificationMethod().equals(verificationMethod)) {
      return known;
    }
    IssuerKey key = keys.get(verificationMethod);
    opened.set(key);
    return key;
  }
}
