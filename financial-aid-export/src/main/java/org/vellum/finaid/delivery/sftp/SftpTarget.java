package org.vellum.finaid.delivery.sftp;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Where packages are put.
 *
 * @param host name or address of the server
 * @param port its port
 * @param user the account there
 * @param keyFile the account's private key, in OpenSSH's or PKCS #8 form, without a passphrase
 * @param hostKey fingerprint of the server's key as {@code ssh-keygen -l} shows it: {@code SHA256:}
 *     and 43 characters
 * @param folder the folder there, which exists
 * @param mayBePrivate whether the server may have an address that is not of the public Internet
 * @param withNumbers whether the encrypted file of social security numbers is put there too
 * @param patience how long to wait for an answer
 */
public record SftpTarget(
    String host,
    int port,
    String user,
    Path keyFile,
    String hostKey,
    String folder,
    boolean mayBePrivate,
    boolean withNumbers,
    Duration patience) {}
