package org.vellum.finaid.run;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.key.IssuerKey;
import org.vellum.credentials.key.Multikey;
import org.vellum.credentials.key.SignatureAlgorithm;
import org.vellum.credentials.key.Signer;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.usecase.Repository;

/** The key that signs packages, made when it is first needed, and those that signed before. */
@Repository
public class PackageKeys {
  private static final int SHORTEST_SECRET = 16;

  private final Jdbi jdbi;
  private final RunConfiguration configuration;
  private final PlatformConfiguration platform;
  private final Clock clock;
  private volatile @Nullable Opened opened;

  @Inject
  public PackageKeys(
      Jdbi jdbi, RunConfiguration configuration, PlatformConfiguration platform, Clock clock) {
    this.jdbi = jdbi;
    this.configuration = configuration;
    this.platform = platform;
    this.clock = clock;
  }

  /** Where the public keys are: the controller of every key. */
  public String address() {
    return platform.address("/financial-aid/api/jwks.json").toString();
  }

  /**
   * The key that signs now.
   *
   * @return none if no secret is configured, or it does not open the key
   */
  public Optional<Signer> find() {
    if (configuration.keySecret().length() < SHORTEST_SECRET) {
      return Optional.empty();
    }
    Optional<Stored> stored = stored();
    if (stored.isEmpty()) {
      add(IssuerKey.generate(address(), SignatureAlgorithm.ES256));
      stored = stored();
    }
    return stored.flatMap(this::opened);
  }

  /** Opening a key takes long on purpose, so it is done once. */
  private Optional<Signer> opened(Stored stored) {
    Opened before = opened;
    if (before != null && Arrays.equals(before.privateKey, stored.privateKey)) {
      return Optional.of(before.signer);
    }
    Optional<Signer> signer = open(stored);
    signer.ifPresent(each -> opened = new Opened(stored.privateKey, each));
    return signer;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Opened(byte[] privateKey, Signer signer) {}

  /**
   * A public key, with its identifier in a header's {@code kid}.
   *
   * @param verificationMethod its identifier
   * @param multikey the key itself
   */
  public record Published(String verificationMethod, String multikey) {}

  /** All public keys, the newest first. */
  public List<Published> list() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select verification_method, public_key from financial_aid.signing_key
                 order by created_at desc
                """)
            .map((row, context) -> new Published(row.getString(1), row.getString(2)))
            .list());
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Stored(String verificationMethod, String publicKey, byte[] privateKey) {}

  private Optional<Stored> stored() {
    return jdbi.withHandle(handle ->
        handle
            .createQuery(
                """
                select verification_method, public_key, private_key
                  from financial_aid.signing_key where retired_at is null
                """)
            .map((row, context) -> new Stored(row.getString(1), row.getString(2), row.getBytes(3)))
            .findOne());
  }

  private Optional<Signer> open(Stored stored) {
    try {
      return Optional.of(
          IssuerKey.decrypt(
              stored.verificationMethod,
              stored.privateKey,
              stored.publicKey,
              configuration.keySecret().toCharArray()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Keeps a key, unless another node was faster. */
  private void add(IssuerKey key) {
    jdbi.useHandle(handle ->
        handle
            .createUpdate(
                """
                insert into financial_aid.signing_key
                  (verification_method, public_key, private_key, created_at)
                values (:method, :public, :private, :now) on conflict do nothing
                """)
            .bind("method", key.verificationMethod())
            .bind("public", Multikey.encode(key.publicKey()))
            .bind("private", key.encryptedPkcs8(configuration.keySecret().toCharArray()))
            .bind("now", clock.instant())
            .execute());
  }
}
