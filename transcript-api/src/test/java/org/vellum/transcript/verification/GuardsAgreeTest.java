package org.vellum.transcript.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.fetch.HttpDocuments;
import org.vellum.credentials.verification.Fetched;
import org.vellum.platform.fetch.PublicAddresses;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.fetch.WebRequest;

/**
 * The guard of the services and that of the library of credentials, which stands alone, let the
 * same through: whoever mends one of them mends both.
 */
class GuardsAgreeTest {
  private static final int EACH = 20_000;
  private static final byte[] FIRST = {0x20, 0x20, 0x3f, 0x26, (byte) 0xfe, (byte) 0xfd, -1, 0};
  private static final byte[] SECOND = {1, 2, -1, (byte) 0x80};

  private static byte[] address(Random random, int length) {
    byte[] address = new byte[length];
    random.nextBytes(address);
    if (length == 16) {
      // Most of the IPv6 addresses that are judged apart begin alike.
      address[0] = FIRST[address[0] & 7];
      address[1] = SECOND[address[1] & 3];
      address[2] = (byte) (address[2] & 0x1f);
    }
    return address;
  }

  @Test
  void they_admit_the_same_addresses() throws UnknownHostException {
    Random random = new Random(20261127);
    int admitted = 0;
    for (int i = 0; i < EACH; i++) {
      for (int length : new int[] {4, 16}) {
        InetAddress address = InetAddress.getByAddress(address(random, length));
        boolean ours = PublicAddresses.includes(address);

        assertThat(ours)
            .as(address.getHostAddress())
            .isEqualTo(org.vellum.credentials.fetch.PublicAddresses.includes(address));
        admitted += ours ? 1 : 0;
      }
    }
    assertThat(admitted).isBetween(EACH / 2, 2 * EACH - EACH / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example/x",
        "file:///etc/passwd",
        "https://user@issuer.example/x",
        "https://issuer.example:22/x",
        "https://2130706433/x",
        "https://127.0.0.1/x",
        "https://[::ffff:10.0.0.1]/x",
        "https://[fd00::1]/x",
        "https:///x"
      })
  void they_refuse_the_same_addresses_of_documents_with_the_same_words(String address) {
    WebRequest request =
        new WebRequest(
            URI.create(address),
            Map.of(),
            Optional.empty(),
            type -> true,
            10,
            Duration.ofSeconds(5));

    assertThat(services().send(request))
        .isEqualTo(
            new WebClient.Answer.Failed(
                ((Fetched.Unreachable) library().fetch(URI.create(address))).why()));
  }

  private static List<InetAddress> inFigures(String host) throws UnknownHostException {
    return List.of(InetAddress.getByName(host));
  }

  private static WebClient services() {
    return new WebClient(
        GuardsAgreeTest::inFigures,
        PublicAddresses::includes,
        (address, host, timeout) -> {
          throw new AssertionError("connected to " + address);
        });
  }

  private static HttpDocuments library() {
    return new HttpDocuments(
        GuardsAgreeTest::inFigures,
        org.vellum.credentials.fetch.PublicAddresses::includes,
        (address, host, timeout) -> {
          throw new AssertionError("connected to " + address);
        });
  }
}
