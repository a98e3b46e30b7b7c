package org.vellum.competency.roster.sources;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.roster.AnnounceDue;
import org.vellum.competency.roster.FileReport;
import org.vellum.competency.roster.csv.Findings;
import org.vellum.platform.fetch.ClientCredentials;
import org.vellum.platform.fetch.JsonServer;
import org.vellum.platform.fetch.RemoteException;
import org.vellum.platform.fetch.WebClient;
import org.vellum.platform.usecase.Component;

/**
 * Reads a source page by page (OneRoster 1.2, REST binding; Edu-API 1.0): all of it the first time,
 * then what changed. Pages are asked for by {@code limit} and {@code offset} in the order of {@code
 * sourcedId}; that a collection is at its end is told by a page without objects, since a server may
 * give fewer than it was asked for.
 */
@Component
public class ReadSource {
  private static final int ON_A_PAGE = 1_000;
  private static final int LARGEST_PAGE = 50_000_000;
  private static final Duration PAGE_TIME = Duration.ofSeconds(60);
  private static final int MOST_OBJECTS = 5_000_000;
  private static final int MOST_IN_TREE = 100_000;

  private final WebClient client;
  private final Sources sources;
  private final SecretSeal seal;
  private final BeginReading beginReading;
  private final StorePage storePage;
  private final CompleteReading completeReading;
  private final FailReading failReading;
  private final AnnounceDue announceDue;

  @Inject
  public ReadSource(
      WebClient client,
      Sources sources,
      SecretSeal seal,
      BeginReading beginReading,
      StorePage storePage,
      CompleteReading completeReading,
      FailReading failReading,
      AnnounceDue announceDue) {
    this.client = client;
    this.sources = sources;
    this.seal = seal;
    this.beginReading = beginReading;
    this.storePage = storePage;
    this.completeReading = completeReading;
    this.failReading = failReading;
    this.announceDue = announceDue;
  }

  /**
   * Reads it to its end, or notes why that was not possible. Never throws for what a server does.
   */
  public void read(UUID id) {
    beginReading.begin(id);
    Optional<Source> source = sources.find(id);
    if (source.isEmpty()) {
      return;
    }
    try {
      readAll(source.get());
    } catch (RemoteException e) {
      failReading.fail(id, String.valueOf(e.getMessage()));
    } catch (StorePage.OvertakenException e) {
      return; // whoever was faster goes on
    } catch (RuntimeException e) {
      // Ours: told, so that it is not tried again at once, and left to whoever logs it.
      failReading.fail(id, "This server could not open its secret, or could not store a page.");
      throw e;
    }
    announceDue.announce();
  }

  private void readAll(Source source) throws RemoteException {
    JsonServer server = server(source);
    List<SourceCollection> collections = source.kind().collections(source.extras());
    Source.Reading reading = source.reading().orElseThrow();
    Findings findings = new Findings();
    List<FileReport> files = new ArrayList<>();
    while (reading.collection() < collections.size()) {
      StorePage.Page page = fetch(server, source, collections.get(reading.collection()), reading);
      StorePage.Stored stored = storePage.store(source.id(), reading, page, findings);
      reading = stored.next();
      add(files, stored.files());
    }
    completeReading.complete(source, reading, files, findings);
  }

  private JsonServer server(Source source) throws RemoteException {
    String secret = seal.open(source.id(), sources.sealedSecret(source.id()));
    return JsonServer.of(
        client,
        JsonServer.address(source.address()),
        Optional.of(
            new ClientCredentials(
                source.tokenAddress(),
                source.clientId(),
                secret,
                source.kind().scope(source.extras()))));
  }

  private static StorePage.Page fetch(
      JsonServer server, Source source, SourceCollection collection, Source.Reading reading)
      throws RemoteException {
    List<JsonNode> objects = objects(server, source, collection, reading, reading.offset());
    boolean last = objects.isEmpty();
    // What refers to each other is stored at once: a parent may be on a later page.
    while (collection.tree() && !last) {
      List<JsonNode> more =
          objects(server, source, collection, reading, reading.offset() + objects.size());
      last = more.isEmpty();
      refuseSame(objects, more);
      objects.addAll(more);
      if (objects.size() > MOST_IN_TREE) {
        throw new RemoteException(
            "It has more than " + MOST_IN_TREE + " " + collection.name() + ".");
      }
    }
    if (reading.offset() + objects.size() > MOST_OBJECTS) {
      throw new RemoteException(
          "It has more than "
              + MOST_OBJECTS
              + " "
              + collection.name()
              + ", or gives the same page for ever.");
    }
    return new StorePage.Page(collection, objects, last);
  }

  private static void refuseSame(List<JsonNode> objects, List<JsonNode> more)
      throws RemoteException {
    if (!more.isEmpty() && objects.contains(more.getFirst())) {
      throw new RemoteException("It gives the same page again and again.");
    }
  }

  private static List<JsonNode> objects(
      JsonServer server,
      Source source,
      SourceCollection collection,
      Source.Reading reading,
      int offset)
      throws RemoteException {
    URI address = address(source, collection, reading.since(), offset);
    JsonNode answer;
    try {
      answer = server.get(address, LARGEST_PAGE, PAGE_TIME).tree();
    } catch (RemoteException e) {
      if (e.status() == 404 && (offset > 0 || collection.optional())) {
        return new ArrayList<>(); // some say so of a page beyond the end, too
      }
      throw new RemoteException(
          "While reading " + collection.name() + " from " + offset + ": " + e.getMessage(),
          e.status());
    }
    JsonNode array = collection.objects(answer);
    if (!array.isArray()) {
      throw new RemoteException("What it gives for " + collection.name() + " is no collection.");
    }
    List<JsonNode> objects = new ArrayList<>();
    array.forEach(objects::add);
    return objects;
  }

  private static URI address(
      Source source, SourceCollection collection, Optional<Instant> since, int offset)
      throws RemoteException {
    String filter =
        since.map(time -> "&filter=" + encoded("dateLastModified>='" + time + "'")).orElse("");
    return JsonServer.address(
        source.address()
            + "/"
            + collection.name()
            + "?limit="
            + ON_A_PAGE
            + "&offset="
            + offset
            + "&sort=sourcedId&orderBy=asc"
            + filter);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void add(List<FileReport> all, List<FileReport> more) {
    for (FileReport each : more) {
      Optional<FileReport> before =
          all.stream().filter(known -> known.file().equals(each.file())).findFirst();
      before.ifPresent(all::remove);
      all.add(before.map(known -> known.and(each)).orElse(each));
    }
  }
}
