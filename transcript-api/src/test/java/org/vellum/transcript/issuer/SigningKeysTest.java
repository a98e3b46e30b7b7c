package org.vellum.transcript.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.TestDatabase;
import org.vellum.transcript.fixture.Institution;

class SigningKeysTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "transcript")
          .emptyAfterEach("transcript");

  private final Institution institution = new Institution(database.dataSource());
  private final PrepareSigningKey prepare = new PrepareSigningKey(institution.signer);
  private final RotateKey rotate =
      new RotateKey(institution.issuer, institution.keys, institution.signer, institution.audit);

  private List<SigningKey> keys() {
    return institution.keys.list(institution.issuer.did());
  }

  @Test
  void the_first_use_makes_a_key_of_the_issuers_did_and_audits_it() throws Exception {
    String method = database.inTransaction(prepare::prepare);
    assertThat(method).startsWith("did:web:records.example.edu#z6Mk");
    assertThat(keys()).extracting(SigningKey::verificationMethod).containsExactly(method);
    assertThat(institution.audited("key-created", method)).isEqualTo(1);
    assertThat(database.inTransaction(prepare::prepare)).isEqualTo(method);
    assertThat(keys()).hasSize(1);
  }

  @Test
  void two_nodes_that_start_at_once_sign_with_one_key() throws Exception {
    Institution otherNode = new Institution(database.dataSource());
    Callable<String> one = () -> database.inTransaction(prepare::prepare);
    Callable<String> other =
        () -> database.inTransaction(new PrepareSigningKey(otherNode.signer)::prepare);
    try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
      List<Future<String>> methods = nodes.invokeAll(List.of(one, other));
      assertThat(methods.get(0).get()).isEqualTo(methods.get(1).get());
    }
    assertThat(keys()).hasSize(1);
  }

  @Test
  void a_rotation_makes_a_new_key_sign_and_leaves_the_old_one_public() throws Exception {
    String old = database.inTransaction(prepare::prepare);
    String fresh = database.inTransaction(() -> rotate.rotate("root"));
    assertThat(fresh).isNotEqualTo(old);
    assertThat(database.inTransaction(prepare::prepare)).isEqualTo(fresh);
    assertThat(keys())
        .extracting(SigningKey::verificationMethod)
        .containsExactlyInAnyOrder(old, fresh);
    assertThat(institution.audited("key-retired", old)).isEqualTo(1);
  }

  @Test
  void a_wrong_secret_is_found_when_the_key_is_prepared() throws Exception {
    database.inTransaction(prepare::prepare);
    Institution other =
        new Institution(database.dataSource(), "a secret that is long enough, but another");
    PrepareSigningKey wrong = new PrepareSigningKey(other.signer);
    assertThatThrownBy(() -> database.inTransaction(wrong::prepare))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("wrong secret");
  }

  @Test
  void a_short_secret_is_refused() {
    assertThatThrownBy(() -> new TranscriptConfiguration("short", "", "", "", false, "", ""))
        .hasMessageContaining("vellum.transcript.key-secret");
  }
}
