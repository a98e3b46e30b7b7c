package org.vellum.platform.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks up the addresses of a server. */
@FunctionalInterface
public interface Resolver {
  /** All addresses of the server, at least one. */
  List<InetAddress> addresses(String host) throws UnknownHostException;

  /** The resolver of the machine. */
  static Resolver system() {
    return host -> List.of(InetAddress.getAllByName(host));
  }
}
