package org.vellum.platform.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Opens a connection to one address of a server, known by its name. */
@FunctionalInterface
public interface Transport {

  /**
   * Connects.
   *
   * @param address which of the server's addresses
   * @param host the server's name, which its certificate must bear
   * @param timeout how long connecting, and each later read, may take, in milliseconds
   */
  Socket connect(InetSocketAddress address, String host, int timeout) throws IOException;

  /**
   * TLS with the certificates that the JDK trusts, whatever the application server set as default.
   */
  static Transport tls() {
    SSLContext context = trustingTheJdk();
    return (address, host, timeout) -> {
      Socket plain = new Socket();
      try {
        plain.setSoTimeout(timeout);
        plain.connect(address, timeout);
        SSLSocket secure =
            (SSLSocket)
                context.getSocketFactory().createSocket(plain, host, address.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        // RFC 9110, section 4.3.4: the certificate must be for the name that was asked for.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
      } catch (IOException e) {
        plain.close();
        throw e;
      }
    };
  }

  /** No TLS at all: for servers that the operator says are reached so. */
  static Transport plain() {
    return (address, host, timeout) -> {
      Socket plain = new Socket();
      try {
        plain.setSoTimeout(timeout);
        plain.connect(address, timeout);
        return plain;
      } catch (IOException e) {
        plain.close();
        throw e;
      }
    };
  }

  private static SSLContext trustingTheJdk() {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      @Nullable KeyStore ofTheJdk = null;
      trust.init(ofTheJdk);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }
}
