package org.vellum.platform.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.KeyedHash;
import org.vellum.platform.usecase.Component;

/**
 * Names the address from which a request comes, so that attempts from there can be counted and
 * nobody can read the address from the count.
 */
@Component
public class ClientAddress {
  private static final int IPV6_BYTES = 16;
  private static final int NETWORK_BYTES = 8;
  private static final int BYTES = 12;

  private final String secret;

  @Inject
  public ClientAddress(PlatformConfiguration configuration) {
    this.secret = "client-address:" + configuration.auditSecret();
  }

  /**
   * The key under which a {@link RateLimit} counts this client.
   *
   * @param purpose what is counted: lower-case letters and hyphens
   * @param address the client's address in figures, as the container tells it
   */
  public String key(String purpose, String address) {
    return purpose + ":" + pseudonym(network(address));
  }

  /** One household or office holds a whole IPv6 network of 64 bits, and one IPv4 address. */
  static byte[] network(String address) {
    try {
      // An address in figures is read without asking any name server.
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return bytes.length == IPV6_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes;
    } catch (UnknownHostException e) {
      return address.getBytes(UTF_8);
    }
  }

  private String pseudonym(byte[] network) {
    return HexFormat.of().formatHex(KeyedHash.of(secret, network), 0, BYTES);
  }
}
