package org.vellum.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Tells addresses of the public Internet from all others: private, local, shared, reserved or
 * translated ones (IANA special-purpose address registries; RFC 6890).
 */
public final class PublicAddresses {
  private static final List<Block> REFUSED =
      List.of(
          Block.of("0.0.0.0", 8), // this network
          Block.of("10.0.0.0", 8), // private
          Block.of("100.64.0.0", 10), // shared by carriers
          Block.of("127.0.0.0", 8), // loopback
          Block.of("169.254.0.0", 16), // link-local; cloud metadata
          Block.of("172.16.0.0", 12), // private
          Block.of("192.0.0.0", 24), // protocol assignments
          Block.of("192.0.2.0", 24), // documentation
          Block.of("192.88.99.0", 24), // 6to4 relays
          Block.of("192.168.0.0", 16), // private
          Block.of("198.18.0.0", 15), // benchmarks
          Block.of("198.51.100.0", 24), // documentation
          Block.of("203.0.113.0", 24), // documentation
          Block.of("224.0.0.0", 4), // multicast
          Block.of("240.0.0.0", 4), // reserved, broadcast
          Block.of("2001::", 23), // protocol assignments; Teredo holds IPv4 addresses
          Block.of("2001:db8::", 32), // documentation
          Block.of("2002::", 16), // 6to4 holds IPv4 addresses
          Block.of("3fff::", 20)); // documentation

  /** All of IPv6 that is assigned to the public Internet; mapped and unique-local lie outside. */
  private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

  private static final int IPV6_BYTES = 16;

  private PublicAddresses() {}

  /** Whether an address is one of the public Internet. */
  public static boolean includes(InetAddress address) {
    byte[] bytes = address.getAddress();
    return REFUSED.stream().noneMatch(block -> block.includes(bytes))
        && (bytes.length != IPV6_BYTES || GLOBAL_UNICAST.includes(bytes));
  }

  /** All addresses that begin with the same bits. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Block(byte[] start, int bits) {

    static Block of(String address, int bits) {
      try {
        // Written in figures, so no name is looked up.
        return new Block(InetAddress.getByName(address).getAddress(), bits);
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(address, e);
      }
    }

    boolean includes(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> (bit % 8);
        if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }
}
