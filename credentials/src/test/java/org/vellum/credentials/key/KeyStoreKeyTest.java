package org.vellum.credentials.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyStoreKeyTest {
  private static final String METHOD = "did:web:university.example#key-1";
  private static final char[] SECRET = "1234".toCharArray();
  private static final byte[] MESSAGE = {1, 2, 3};
  private static final List<Path> SOFTHSM =
      List.of(
          Path.of("/usr/lib/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
          Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));

  @TempDir private static Path folder;
  private static @Nullable Provider token;

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void a_key_of_a_pkcs_12_file_signs(SignatureAlgorithm algorithm) throws Exception {
    KeyPair pair = SignaturePool.of(algorithm).provider().generate();
    byte[] file = pkcs12(pair, algorithm);

    KeyStoreKey key =
        KeyStoreKey.fromPkcs12(METHOD, new ByteArrayInputStream(file), "issuer", SECRET);

    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(key.certificates()).hasSize(1);
    assertThat(algorithm.verify(pair.getPublic(), MESSAGE, key.sign(MESSAGE))).isTrue();
  }

  @Test
  void a_wrong_secret_or_name_opens_no_pkcs_12_file() throws Exception {
    KeyPair pair = SignaturePool.of(SignatureAlgorithm.ES256).provider().generate();
    byte[] file = pkcs12(pair, SignatureAlgorithm.ES256);

    assertThatThrownBy(() ->
            KeyStoreKey.fromPkcs12(
                METHOD, new ByteArrayInputStream(file), "issuer", "wrong".toCharArray()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> KeyStoreKey.fromPkcs12(METHOD, new ByteArrayInputStream(file), "nobody", SECRET))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            KeyStoreKey.fromPkcs12(
                METHOD, new ByteArrayInputStream(new byte[] {1, 2}), "issuer", SECRET))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The keys are made inside the token and cannot be taken out of it. */
  @ParameterizedTest
  @EnumSource(
      value = SignatureAlgorithm.class,
      names = {"ES256", "ES384", "RS256"})
  void a_key_of_a_pkcs_11_token_signs_inside_it(SignatureAlgorithm algorithm) throws Exception {
    Provider token = token();
    String alias = "issuer-" + algorithm;
    KeyStore store = KeyStore.getInstance("PKCS11", token);
    store.load(null, SECRET);
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keyAlgorithm(), token);
    if (algorithm == SignatureAlgorithm.RS256) {
      generator.initialize(2_048);
    } else {
      generator.initialize(new ECGenParameterSpec(NistCurve.of(algorithm).jcaName()));
    }
    KeyPair pair = generator.generateKeyPair();
    X509Certificate certificate = certificate(pair, algorithm, token);
    store.setKeyEntry(alias, pair.getPrivate(), null, new Certificate[] {certificate});

    KeyStoreKey key = KeyStoreKey.fromPkcs11(METHOD, token, alias, SECRET);

    assertThat(pair.getPrivate().getEncoded()).isNull();
    assertThat(key.algorithm()).isEqualTo(algorithm);
    assertThat(algorithm.verify(certificate.getPublicKey(), MESSAGE, key.sign(MESSAGE))).isTrue();
    assertThat(Security.getProvider(token.getName())).isNull();
    assertThatThrownBy(() -> KeyStoreKey.fromPkcs11(METHOD, token, "nobody", SECRET))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] pkcs12(KeyPair pair, SignatureAlgorithm algorithm) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    Provider provider = SignaturePool.of(algorithm).provider().signing();
    store.setKeyEntry(
        "issuer",
        pair.getPrivate(),
        SECRET,
        new Certificate[] {certificate(pair, algorithm, provider)});
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    store.store(out, SECRET);
    return out.toByteArray();
  }

  private static X509Certificate certificate(
      KeyPair pair, SignatureAlgorithm algorithm, Provider provider) throws Exception {
    X500Name name = new X500Name("CN=Example University");
    PrivateKey privateKey = pair.getPrivate();
    return new JcaX509CertificateConverter()
        .getCertificate(
            new JcaX509v3CertificateBuilder(
                    name,
                    BigInteger.ONE,
                    Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                    Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                    name,
                    pair.getPublic())
                .build(
                    new JcaContentSignerBuilder(algorithm.jcaName().replace("inP1363Format", ""))
                        .setProvider(provider)
                        .build(privateKey)));
  }

  /** SoftHSM reads its configuration once, where the build says that it is. */
  private static synchronized Provider token() throws IOException, InterruptedException {
    if (token != null) {
      return token;
    }
    Path library = SOFTHSM.stream().filter(Files::exists).findFirst().orElse(Path.of("absent"));
    String place = System.getenv("SOFTHSM2_CONF");
    assumeTrue(
        Files.exists(library) && place != null,
        "SKIPPED: no SoftHSM (Debian's softhsm2) to play the PKCS #11 token");
    Path tokens = Files.createDirectories(folder.resolve("tokens"));
    Files.writeString(Path.of(place), "directories.tokendir = " + tokens + "\n");
    List<String> command = List.of("softhsm2-util", "--init-token", "--free", "--label", "vellum");
    ProcessBuilder tool = new ProcessBuilder(new ArrayList<>(command));
    tool.command().addAll(List.of("--so-pin", "5678", "--pin", "1234"));
    Process process =
        tool.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    Path configuration = folder.resolve("pkcs11.cfg");
    Files.writeString(
        configuration, "name = Vellum\nlibrary = " + library + "\nslotListIndex = 0\n");
    Provider made = Security.getProvider("SunPKCS11").configure(configuration.toString());
    token = made;
    return made;
  }
}
