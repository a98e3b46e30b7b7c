package org.vellum.finaid.delivery;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.vellum.finaid.delivery.sftp.SftpTarget;
import org.vellum.platform.configuration.Key;

/**
 * Where packages are sent.
 *
 * @param host the SFTP server
 * @param port its port
 * @param user the account there
 * @param keyFile the account's private key
 * @param hostKey fingerprint of the server's key
 * @param folder the folder there
 * @param privateAddress whether it may have an address that is not public
 * @param numbers whether social security numbers are sent too
 */
public record DeliveryConfiguration(
    @Key(
            name = "vellum.financial-aid.sftp-host",
            meaning = "SFTP server to which every package is sent; empty: none.",
            defaultValue = "")
        String host,
    @Key(name = "vellum.financial-aid.sftp-port", meaning = "Its port.", defaultValue = "22")
        int port,
    @Key(name = "vellum.financial-aid.sftp-user", meaning = "The account there.", defaultValue = "")
        String user,
    @Key(
            name = "vellum.financial-aid.sftp-key-file",
            meaning =
                "File of the account's private key, in OpenSSH's or PKCS #8 form, without a"
                    + " passphrase, readable by the server's own account alone.",
            defaultValue = "")
        String keyFile,
    @Key(
            name = "vellum.financial-aid.sftp-host-key",
            meaning =
                "Fingerprint of the server's key as ssh-keygen -l shows it, SHA256: and 43"
                    + " characters. To a server with another key nothing is sent.",
            defaultValue = "")
        String hostKey,
    @Key(
            name = "vellum.financial-aid.sftp-folder",
            meaning = "The folder there, which exists.",
            defaultValue = ".")
        String folder,
    @Key(
            name = "vellum.financial-aid.sftp-private-address",
            meaning = "Whether the server may have an address that is not of the public Internet.",
            defaultValue = "false")
        boolean privateAddress,
    @Key(
            name = "vellum.financial-aid.sftp-numbers",
            meaning =
                "Whether the encrypted file of social security numbers, where packages have one, is"
                    + " sent too. It is encrypted for the aid system alone either way.",
            defaultValue = "false")
        boolean numbers) {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  public DeliveryConfiguration {
    if (!host.isBlank()) {
      require(!user.isBlank(), "vellum.financial-aid.sftp-user must not be empty");
      require(!keyFile.isBlank(), "vellum.financial-aid.sftp-key-file must not be empty");
      require(
          hostKey.matches("SHA256:[A-Za-z0-9+/]{43}"),
          "vellum.financial-aid.sftp-host-key must be SHA256: and 43 characters");
      require(port >= 1 && port <= 65_535, "vellum.financial-aid.sftp-port is none");
    }
  }

  /** The server, if there is one. */
  Optional<SftpTarget> target() {
    return host.isBlank()
        ? Optional.empty()
        : Optional.of(
            new SftpTarget(
                host,
                port,
                user,
                Path.of(keyFile),
                hostKey,
                folder,
                privateAddress,
                numbers,
                PATIENCE));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
