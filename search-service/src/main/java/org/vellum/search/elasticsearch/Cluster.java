package org.vellum.search.elasticsearch;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.usecase.Component;
import org.vellum.search.index.IndexConfiguration;

/**
 * The connections to the nodes of the cluster; a node that does not answer is left out for a while.
 */
@Component
class Cluster {
  private static final Logger LOG = Logger.getLogger(Cluster.class.getName());
  private static final int CONNECT_MILLIS = 1_000;

  /** A bulk may take longer than an answer may. */
  private static final int BULK_MILLIS = 30_000;

  private final IndexConfiguration configuration;
  private @Nullable ElasticsearchClient asking;
  private @Nullable ElasticsearchClient feeding;

  @Inject
  Cluster(IndexConfiguration configuration) {
    this.configuration = configuration;
  }

  /** For questions that somebody waits for. */
  synchronized ElasticsearchClient asking() {
    if (asking == null) {
      asking = client((int) configuration.timeout().toMillis());
    }
    return asking;
  }

  /** For what nobody waits for. */
  synchronized ElasticsearchClient feeding() {
    if (feeding == null) {
      feeding = client(BULK_MILLIS);
    }
    return feeding;
  }

  private ElasticsearchClient client(int millis) {
    HttpHost[] nodes =
        configuration.nodes().stream()
            .map(each -> HttpHost.create(each.toString()))
            .toArray(HttpHost[]::new);
    RestClientBuilder builder =
        RestClient.builder(nodes)
            .setRequestConfigCallback(request ->
                request
                    .setConnectTimeout(CONNECT_MILLIS)
                    .setConnectionRequestTimeout(millis)
                    .setSocketTimeout(millis));
    if (!configuration.apiKey().isEmpty()) {
      builder.setDefaultHeaders(
          new Header[] {new BasicHeader("Authorization", "ApiKey " + configuration.apiKey())});
    }
    if (!configuration.certificate().isEmpty()) {
      SSLContext trust = trusting(Path.of(configuration.certificate()));
      builder.setHttpClientConfigCallback(http -> http.setSSLContext(trust));
    }
    return new ElasticsearchClient(
        new RestClientTransport(builder.build(), new JacksonJsonpMapper()));
  }

  /** Trusts certificates of this authority alone; host names are checked all the same. */
  private static SSLContext trusting(Path certificate) {
    try (InputStream in = Files.newInputStream(certificate)) {
      Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(in);
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("authority", authority);
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "vellum.search.elasticsearch-certificate cannot be read: " + certificate, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "vellum.search.elasticsearch-certificate holds no certificate: " + certificate, e);
    }
  }

  @PreDestroy
  synchronized void close() {
    close(asking);
    close(feeding);
  }

  private static void close(@Nullable ElasticsearchClient client) {
    if (client == null) {
      return;
    }
    try {
      client.close();
    } catch (IOException e) {
      LOG.log(Level.FINE, "a connection to the search index was not closed well", e);
    }
  }
}
