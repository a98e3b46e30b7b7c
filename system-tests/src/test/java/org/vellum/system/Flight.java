package org.vellum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.vellum.start.PublicApi;

/** Results of one LMS that are on their way to a server which may end at any moment. */
final class Flight {
  private static final String SCOPE = "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.";
  private static final String SCOPES = SCOPE + "createput " + SCOPE + "readonly";
  private static final String RESULTS = "/competency/ims/oneroster/gradebook/v1p2/results";
  private static final List<String> LEARNERS =
      List.of("learner-amara", "learner-lukas", "learner-mateo", "learner-samuel");

  private final URI address;
  private final String token;
  private final Wire wire;
  private final Semaphore acknowledged = new Semaphore(0);

  private Flight(URI address, String token) {
    this.address = address;
    this.token = token;
    this.wire = Wire.to(address).bearing(token);
  }

  /** A result that was sent, and whether the server said that it has it. */
  record Sent(String sourcedId, int number, boolean acknowledged) {
    int score() {
      return number % 100;
    }
  }

  static Flight of(URI address, PublicApi registrar, String name) throws Exception {
    Wire.Credentials lms =
        Wire.Credentials.register(registrar, name, SCOPE + "createput", SCOPE + "readonly");
    return new Flight(address, Wire.to(address).authorized(lms, SCOPES).token());
  }

  /** Sends one result after another until one has no answer; that one is the last of the list. */
  List<Sent> sendUntilNoAnswer(String sender) throws Exception {
    Wire own = Wire.to(address).bearing(token);
    List<Sent> all = new ArrayList<>();
    for (int number = 0; ; number++) {
      String sourcedId = sender + "-" + number;
      try {
        HttpResponse<String> answer = own.put(path(sourcedId), body(sourcedId, number));
        boolean kept = answer.statusCode() == 201;
        all.add(new Sent(sourcedId, number, kept));
        if (!kept) {
          // A server whose database is gone says so.
          assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
          return all;
        }
        acknowledged.release();
      } catch (IOException e) {
        all.add(new Sent(sourcedId, number, false));
        return all;
      }
    }
  }

  void awaitAcknowledged(int number) throws InterruptedException {
    assertThat(acknowledged.tryAcquire(number, 2, TimeUnit.MINUTES)).isTrue();
  }

  HttpResponse<String> read(Sent sent) throws Exception {
    return wire.get(path(sent.sourcedId()), Wire.JSON);
  }

  /** Sends it once more; the status of the answer. */
  int send(Sent sent) throws Exception {
    return wire.put(path(sent.sourcedId()), body(sent.sourcedId(), sent.number())).statusCode();
  }

  int countKept() throws Exception {
    HttpResponse<String> page = wire.get(RESULTS + "?limit=1", Wire.JSON);
    return Integer.parseInt(page.headers().firstValue("X-Total-Count").orElseThrow());
  }

  private static String path(String sourcedId) {
    return RESULTS + "/" + sourcedId;
  }

  private static String body(String sourcedId, int number) {
    return """
    {"result": {"sourcedId": "%s", "status": "active",
      "dateLastModified": "2026-05-01T16:00:00Z",
      "lineItem": {"href": "https://lms.example/lineItems/1",
        "sourcedId": "lineitem-adp110-final", "type": "lineItem"},
      "student": {"href": "https://lms.example/users/1", "sourcedId": "%s", "type": "user"},
      "scoreStatus": "fully graded", "score": %d, "scoreDate": "2026-05-01"}}
    """
        .formatted(sourcedId, LEARNERS.get(number % LEARNERS.size()), number % 100);
  }
}
