package org.vellum.finaid.delivery.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.AbstractSftpEventListenerAdapter;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real server in this process. */
class PushPackageTest {
  private static final KeyPair SERVER = keys();
  private static final KeyPair ACCOUNT = keys();

  @TempDir Path root;
  @TempDir Path local;
  @TempDir Path secrets;

  private final java.util.List<String> moves = new java.util.concurrent.CopyOnWriteArrayList<>();
  private SshServer server = SshServer.setUpDefaultServer();

  @BeforeEach
  void start() throws IOException {
    Files.createDirectory(root.resolve("in"));
    Files.createDirectory(local.resolve("schema"));
    Files.writeString(local.resolve("manifest.json"), "{\"a\":1}");
    Files.writeString(local.resolve("manifest.json.jws"), "a..b");
    Files.writeString(local.resolve("student.csv"), "a,b\r\n".repeat(100_000));
    Files.writeString(local.resolve("schema/student.schema.json"), "{}");
    server.setHost("127.0.0.1");
    server.setKeyPairProvider(KeyPairProvider.wrap(SERVER));
    server.setPublickeyAuthenticator((user, key, session) ->
        user.equals("vellum") && KeyUtils.compareKeys(key, ACCOUNT.getPublic()));
    SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    sftp.addSftpEventListener(
        new AbstractSftpEventListenerAdapter() {
          @Override
          public void moved(
              ServerSession session,
              Path from,
              Path to,
              java.util.Collection<java.nio.file.CopyOption> options,
              Throwable thrown) {
            moves.add(from.getFileName() + " > " + to.getFileName());
          }

          @Override
          public void open(ServerSession session, String remote, Handle handle) {
            assertThat(remote).isNotEmpty();
          }
        });
    server.setSubsystemFactories(List.of(sftp));
    server.setFileSystemFactory(new VirtualFileSystemFactory(root));
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.stop(true);
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String fingerprint(KeyPair keys) {
    return KeyUtils.getFingerPrint(BuiltinDigests.sha256, keys.getPublic());
  }

  private SftpTarget target(KeyPair account, String hostKey, boolean mayBePrivate)
      throws IOException, GeneralSecurityException {
    return target(account, hostKey, mayBePrivate, false);
  }

  private SftpTarget target(
      KeyPair account, String hostKey, boolean mayBePrivate, boolean withNumbers)
      throws IOException, GeneralSecurityException {
    Path file = secrets.resolve(FileHash.sha256(account.getPublic().getEncoded()));
    try (OutputStream out = Files.newOutputStream(file)) {
      OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(account, "vellum", null, out);
    }
    return new SftpTarget(
        "127.0.0.1",
        server.getPort(),
        "vellum",
        file,
        hostKey,
        "in",
        mayBePrivate,
        withNumbers,
        Duration.ofSeconds(20));
  }

  private SftpTarget rightful() throws IOException, GeneralSecurityException {
    return target(ACCOUNT, fingerprint(SERVER), true);
  }

  @Test
  void every_file_is_put_under_another_name_first_and_the_marker_comes_last() throws Exception {
    PushPackage.Result result = new PushPackage().push(rightful(), "ntpx_1", local);
    assertThat(result).isEqualTo(new PushPackage.Result.Delivered(4));
    assertThat(root.resolve("in/ntpx_1/student.csv"))
        .hasSameBinaryContentAs(local.resolve("student.csv"));
    assertThat(root.resolve("in/ntpx_1/schema/student.schema.json")).hasContent("{}");
    assertThat(root.resolve("in/ntpx_1.done"))
        .hasContent(FileHash.sha256(local.resolve("manifest.json")));
    assertThat(moves)
        .hasSize(5)
        .allMatch(move -> move.matches("(.+)\\.tmp > \\1"))
        .endsWith("manifest.json.jws.tmp > manifest.json.jws", "ntpx_1.done.tmp > ntpx_1.done");
    assertThat(names()).noneMatch(name -> name.endsWith(".tmp"));
  }

  @Test
  void numbers_are_sent_only_if_somebody_said_so() throws Exception {
    Files.writeString(local.resolve("ssn.csv.jwe"), "encrypted");
    new PushPackage().push(rightful(), "ntpx_1", local);
    assertThat(root.resolve("in/ntpx_1/ssn.csv.jwe")).doesNotExist();
    new PushPackage().push(target(ACCOUNT, fingerprint(SERVER), true, true), "ntpx_2", local);
    assertThat(root.resolve("in/ntpx_2/ssn.csv.jwe")).hasContent("encrypted");
  }

  @Test
  void what_was_sent_before_is_not_sent_again() throws Exception {
    new PushPackage().push(rightful(), "ntpx_1", local);
    Files.delete(root.resolve("in/ntpx_1.done"));
    Files.delete(root.resolve("in/ntpx_1/student.csv"));
    Files.writeString(root.resolve("in/ntpx_1/student.csv.tmp"), "half of it");
    assertThat(new PushPackage().push(rightful(), "ntpx_1", local))
        .isEqualTo(new PushPackage.Result.Delivered(1));
    assertThat(root.resolve("in/ntpx_1.done")).exists();
    assertThat(root.resolve("in/ntpx_1/student.csv"))
        .hasSameBinaryContentAs(local.resolve("student.csv"));
  }

  @Test
  void what_somebody_else_put_there_is_left_alone() throws Exception {
    Files.createDirectory(root.resolve("in/ntpx_1"));
    Files.writeString(root.resolve("in/ntpx_1/student.csv"), "theirs");
    Files.writeString(root.resolve("in/other.csv"), "theirs too");
    assertThat(new PushPackage().push(rightful(), "ntpx_1", local))
        .isInstanceOf(PushPackage.Result.Refused.class);
    assertThat(root.resolve("in/ntpx_1/student.csv")).hasContent("theirs");
    assertThat(root.resolve("in/other.csv")).hasContent("theirs too");
    assertThat(root.resolve("in/ntpx_1.done")).doesNotExist();
  }

  @Test
  void to_a_server_with_another_key_nothing_is_sent() throws Exception {
    assertThat(new PushPackage().push(target(ACCOUNT, fingerprint(keys()), true), "ntpx_1", local))
        .isEqualTo(
            new PushPackage.Result.Refused(
                "The server showed another key than the one that is configured."));
    assertThat(names()).containsExactly("in");
  }

  @Test
  void an_account_that_the_server_does_not_know_gets_nothing_there() throws Exception {
    assertThat(new PushPackage().push(target(keys(), fingerprint(SERVER), true), "ntpx_1", local))
        .isInstanceOf(PushPackage.Result.Failed.class);
    assertThat(names()).containsExactly("in");
  }

  @Test
  void a_private_address_is_for_the_operator_to_allow() throws Exception {
    assertThat(new PushPackage().push(target(ACCOUNT, fingerprint(SERVER), false), "ntpx_1", local))
        .isInstanceOf(PushPackage.Result.Refused.class);
    PushPackage resolving = new PushPackage(host -> List.of(InetAddress.getByName("10.0.0.7")));
    assertThat(resolving.push(target(ACCOUNT, fingerprint(SERVER), false), "ntpx_1", local))
        .isInstanceOf(PushPackage.Result.Refused.class);
    assertThat(names()).containsExactly("in");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(path -> !path.equals(root))
          .map(path -> root.relativize(path).toString())
          .toList();
    }
  }
}
