package org.vellum.finaid.delivery.sftp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.FileKeyPairProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.vellum.platform.fetch.PublicAddresses;
import org.vellum.platform.fetch.Resolver;
import org.vellum.platform.usecase.Component;

/** Puts a package on a server whose key is known beforehand. */
@Component
public class PushPackage {
  private final Resolver resolver;

  @jakarta.inject.Inject
  public PushPackage() {
    this(Resolver.system());
  }

  PushPackage(Resolver resolver) {
    this.resolver = resolver;
  }

  /** What came of it. */
  public sealed interface Result {
    /**
     * Every file stands there, and the marker.
     *
     * @param files how many were sent now; those that stood there already are not among them
     */
    record Delivered(int files) implements Result {}

    /** Nothing was sent, and trying again will not help. */
    record Refused(String why) implements Result {}

    /** Not all was sent, and there is no marker; trying again may help. */
    record Failed(String why) implements Result {}
  }

  /**
   * Sends a package: a folder with its name, each file as {@code NAME.tmp} and then renamed, and at
   * last {@code PACKAGE.done} beside the folder, which holds the hash of the manifest.
   *
   * @param name the package's name there
   * @param folder where its files are
   */
  public Result push(SftpTarget target, String name, Path folder) {
    InetAddress address;
    try {
      List<InetAddress> addresses = resolver.addresses(target.host());
      address = addresses.getFirst();
      if (!target.mayBePrivate() && !addresses.stream().allMatch(PublicAddresses::includes)) {
        return new Result.Refused("The server's address is not one of the public Internet.");
      }
    } catch (UnknownHostException e) {
      return new Result.Failed("The server's name is not known.");
    }
    AtomicBoolean strange = new AtomicBoolean();
    try (SshClient client = client(target, strange)) {
      client.start();
      return send(client, new InetSocketAddress(address, target.port()), target, name, folder);
    } catch (RemoteFolder.OccupiedException e) {
      return new Result.Refused(String.valueOf(e.getMessage()));
    } catch (IOException | GeneralSecurityException e) {
      return strange.get()
          ? new Result.Refused("The server showed another key than the one that is configured.")
          : new Result.Failed("The server did not take it: " + String.valueOf(e.getMessage()));
    }
  }

  private static Result send(
      SshClient client, InetSocketAddress server, SftpTarget target, String name, Path folder)
      throws IOException, GeneralSecurityException {
    try (ClientSession session =
        client.connect(target.user(), server).verify(target.patience()).getSession()) {
      for (var key : new FileKeyPairProvider(target.keyFile()).loadKeys(session)) {
        session.addPublicKeyIdentity(key);
      }
      session.auth().verify(target.patience());
      try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
        RemoteFolder remote = new RemoteFolder(sftp, target.folder(), target.withNumbers());
        return new Result.Delivered(remote.put(name, folder));
      }
    }
  }

  /** A client that knows one key of one server, and nothing of the account that runs it. */
  private static SshClient client(SftpTarget target, AtomicBoolean strange) {
    SshClient client = SshClient.setUpDefaultClient();
    client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setUserAuthFactories(List.of(UserAuthPublicKeyFactory.INSTANCE));
    client.setServerKeyVerifier((session, address, key) -> {
      boolean known = isPinned(key, target.hostKey());
      strange.set(!known);
      return known;
    });
    CoreModuleProperties.IDLE_TIMEOUT.set(client, target.patience());
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(client, target.patience());
    return client;
  }

  private static boolean isPinned(PublicKey key, String fingerprint) {
    String shown = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
    return MessageDigest.isEqual(shown.getBytes(US_ASCII), fingerprint.strip().getBytes(US_ASCII));
  }
}
