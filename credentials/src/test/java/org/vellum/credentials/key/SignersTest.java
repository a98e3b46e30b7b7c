package org.vellum.credentials.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignersTest {
  private static final String DID = "did:web:university.example";
  private static final byte[] MESSAGE = {1, 2, 3};

  /** RFC 8032, section 5.1: the order of Ed25519's group. */
  private static final BigInteger ED25519_ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"ED25519", "ES256", "ES384"})
  void a_key_of_each_kind_signs_and_comes_back_from_its_multikey(SignatureAlgorithm algorithm) {
    IssuerKey key = IssuerKey.generate(DID, algorithm);

    byte[] signature = key.sign(MESSAGE);

    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(signature).hasSize(algorithm.signatureBytes());
    assertThat(algorithm.verify(Multikey.decode(key.publicKeyMultibase()), MESSAGE, signature))
        .isTrue();
    assertThat(algorithm.verify(key.publicKey(), new byte[] {9}, signature)).isFalse();
    assertThat(algorithm.verify(key.publicKey(), MESSAGE, new byte[signature.length])).isFalse();
    assertThat(algorithm.providerName()).isEqualTo("BC");
  }

  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"ED25519", "ES256", "ES384"})
  void a_key_of_each_kind_comes_back_under_its_secret(SignatureAlgorithm algorithm) {
    IssuerKey key = IssuerKey.generate(DID, algorithm);
    char[] secret = "correct horse".toCharArray();

    IssuerKey back =
        IssuerKey.decrypt(
            key.verificationMethod(), key.encryptedPkcs8(secret), key.publicKeyMultibase(), secret);

    assertThat(algorithm.verify(key.publicKey(), MESSAGE, back.sign(MESSAGE))).isTrue();
  }

  @Test
  void the_multikeys_of_the_curves_begin_as_their_standard_says() {
    assertThat(IssuerKey.generate(DID, SignatureAlgorithm.ED25519).publicKeyMultibase())
        .startsWith("z6Mk");
    assertThat(IssuerKey.generate(DID, SignatureAlgorithm.ES256).publicKeyMultibase())
        .startsWith("zDn");
    assertThat(IssuerKey.generate(DID, SignatureAlgorithm.ES384).publicKeyMultibase())
        .startsWith("z82");
  }

  @Test
  void rsa_signs_but_has_no_multikey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    var pair = generator.generateKeyPair();
    IssuerKey key = new IssuerKey(DID + "#rsa", pair.getPrivate(), pair.getPublic());

    assertThat(SignatureAlgorithm.RS256.verify(key.publicKey(), MESSAGE, key.sign(MESSAGE)))
        .isTrue();
    assertThatThrownBy(key::publicKeyMultibase).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_short_rsa_key_is_no_key_of_an_issuer() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1_024);
    var pair = generator.generateKeyPair();

    assertThat(SignatureAlgorithm.of(pair.getPublic())).isEmpty();
    assertThatThrownBy(() -> new IssuerKey(DID + "#rsa", pair.getPrivate(), pair.getPublic()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_signature_of_ecdsa_in_der_is_refused() throws Exception {
    IssuerKey key = IssuerKey.generate(DID, SignatureAlgorithm.ES256);
    BigInteger order = NistCurve.P_256.order();
    BigInteger[] both = PlainDSAEncoding.INSTANCE.decode(order, key.sign(MESSAGE));
    byte[] der = StandardDSAEncoding.INSTANCE.encode(order, both[0], both[1]);
    Signature jdk = Signature.getInstance("SHA256withECDSA");
    jdk.initVerify(key.publicKey());
    jdk.update(MESSAGE);

    assertThat(jdk.verify(der)).isTrue();
    assertThat(SignatureAlgorithm.ES256.verify(key.publicKey(), MESSAGE, der)).isFalse();
  }

  @Test
  void an_r_or_s_of_zero_or_past_the_order_is_refused() {
    IssuerKey key = IssuerKey.generate(DID, SignatureAlgorithm.ES256);
    byte[] order = NistCurve.P_256.fixed(NistCurve.P_256.order());
    for (byte[] bad : List.of(new byte[32], order)) {
      for (int at : new int[] {0, 32}) {
        byte[] signature = key.sign(MESSAGE);
        System.arraycopy(bad, 0, signature, at, 32);
        assertThat(SignatureAlgorithm.ES256.verify(key.publicKey(), MESSAGE, signature)).isFalse();
      }
    }
  }

  @Test
  void an_ed25519_signature_has_one_form_only() {
    IssuerKey key = IssuerKey.generate(DID);
    byte[] signature = key.sign(MESSAGE);
    BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64)));
    byte[] malleable = signature.clone();
    byte[] past = reversed(s.add(ED25519_ORDER).toByteArray());
    System.arraycopy(past, 0, malleable, 32, 32);

    assertThat(SignatureAlgorithm.ED25519.verify(key.publicKey(), MESSAGE, signature)).isTrue();
    assertThat(SignatureAlgorithm.ED25519.verify(key.publicKey(), MESSAGE, malleable)).isFalse();
  }

  /** The points of order 1, 2, 4 and 8, and one whose coordinate is written past the field. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void a_point_under_which_every_message_holds_is_no_key(String point) {
    byte[] raw = HexFormat.of().parseHex(point);

    assertThatThrownBy(() -> Ed25519.publicKey(raw)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_point_off_its_curve_is_no_key() {
    byte[] infinity = {0};

    assertThatThrownBy(() -> NistCurve.P_256.publicKey(BigInteger.ONE, BigInteger.TWO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> NistCurve.P_256.publicKey(infinity))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Multikey.decode(Multibase.encode(new byte[35])))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_of_another_kind_verifies_nothing() {
    IssuerKey p256 = IssuerKey.generate(DID, SignatureAlgorithm.ES256);

    assertThatThrownBy(
            () -> SignatureAlgorithm.ED25519.verify(p256.publicKey(), MESSAGE, p256.sign(MESSAGE)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> SignatureAlgorithm.ES384.verify(p256.publicKey(), MESSAGE, new byte[96]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_remote_key_is_believed_only_if_its_signature_verifies() {
    IssuerKey far = IssuerKey.generate(DID, SignatureAlgorithm.ES256);
    IssuerKey other = IssuerKey.generate(DID, SignatureAlgorithm.ES256);
    RemoteKey good = new RemoteKey(DID + "#far", far.publicKey(), List.of(), far::sign);
    RemoteKey wrong = new RemoteKey(DID + "#far", far.publicKey(), List.of(), other::sign);

    assertThat(SignatureAlgorithm.ES256.verify(far.publicKey(), MESSAGE, good.sign(MESSAGE)))
        .isTrue();
    assertThat(good.controller()).isEqualTo(DID);
    assertThatThrownBy(() -> wrong.sign(MESSAGE)).isInstanceOf(IllegalStateException.class);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[32];
    for (int i = 0; i < Math.min(32, bytes.length); i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
