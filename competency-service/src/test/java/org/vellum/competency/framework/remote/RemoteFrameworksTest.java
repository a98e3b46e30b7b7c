package org.vellum.competency.framework.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.competency.framework.FrameworkConfiguration;
import org.vellum.competency.framework.Packages;
import org.vellum.competency.framework.remote.RemoteFrameworks.Result;
import org.vellum.platform.fetch.ClientCredentials;
import org.vellum.platform.json.Json;

class RemoteFrameworksTest {
  private static final String SERVICE = "/ims/case/v1p0";
  private static final String HOST = "https://case.example";
  private static final String PACKAGE = SERVICE + "/CFPackages/" + Packages.DOCUMENT;
  private static final String SCOPE = "read all";
  private static final String SECRET = "s3cret & more";
  private static final FrameworkConfiguration BOUNDS = new FrameworkConfiguration(1_000_000, 1_000);

  private LoopbackServer server = start();

  private static LoopbackServer start() {
    try {
      return new LoopbackServer();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void aServer() {
    server.json(PACKAGE, Packages.ofItems(3).toString());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  void a_package_is_fetched_byte_for_byte() {
    assertThat(find(HOST + PACKAGE))
        .isInstanceOfSatisfying(
            Result.Got.class,
            got -> {
              assertThat(new String(got.json(), UTF_8)).isEqualTo(Packages.ofItems(3).toString());
              assertThat(got.source()).isEqualTo(HOST + PACKAGE);
            });
  }

  @Test
  void a_document_and_an_item_lead_to_their_package() {
    ObjectNode document = Packages.document(Packages.empty());
    document.putObject("CFPackageURI").put("uri", HOST + PACKAGE);
    server.json(SERVICE + "/CFDocuments/" + Packages.DOCUMENT, document.toString());
    ObjectNode item = (ObjectNode) Packages.items(Packages.ofItems(1)).get(0);
    item.putObject("CFDocumentURI").put("identifier", Packages.DOCUMENT);
    server.json(SERVICE + "/CFItems/" + Packages.item(1), item.toString());

    assertThat(find(HOST + SERVICE + "/CFDocuments/" + Packages.DOCUMENT))
        .isInstanceOf(Result.Got.class);
    assertThat(find(HOST + SERVICE + "/CFItems/" + Packages.item(1)))
        .isInstanceOf(Result.Got.class);
  }

  @Test
  void a_server_is_asked_page_by_page_for_what_there_is_to_choose_from() {
    server.json(SERVICE + "/CFDocuments?limit=100&offset=0", documents(0, 100));
    server.json(SERVICE + "/CFDocuments?limit=100&offset=100", documents(100, 7));

    for (String address : List.of(HOST, HOST + SERVICE, HOST + SERVICE + "/CFDocuments")) {
      assertThat(find(address))
          .isInstanceOfSatisfying(
              Result.Documents.class,
              list -> {
                assertThat(list.more()).isFalse();
                assertThat(list.documents()).hasSize(107);
                assertThat(list.documents().getFirst().title()).isEqualTo("Framework 0");
                assertThat(list.documents().getFirst().address())
                    .startsWith(HOST + SERVICE + "/CFPackages/");
              });
    }
  }

  @Test
  void a_server_that_repeats_its_list_for_ever_is_left() {
    for (int offset = 0; offset < 2_000; offset += 100) {
      server.json(SERVICE + "/CFDocuments?limit=100&offset=" + offset, documents(0, 100));
    }
    assertThat(find(HOST + SERVICE)).isInstanceOf(Result.Documents.class);
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void a_token_is_asked_for_and_the_secret_stands_in_no_address() throws Exception {
    server.json("/token", "{\"access_token\":\"t0ken\",\"token_type\":\"bearer\"}");
    assertThat(findAs("https://login.example/token", HOST + PACKAGE))
        .isInstanceOf(Result.Got.class);

    String basic = Base64.getEncoder().encodeToString("me:s3cret+%26+more".getBytes(UTF_8));
    assertThat(server.requests.get(0))
        .startsWith("POST /token HTTP/1.1")
        .contains("Authorization: Basic " + basic)
        .endsWith("\r\n\r\ngrant_type=client_credentials&scope=read+all");
    assertThat(server.requests.get(1)).contains("Authorization: Bearer t0ken");
    assertThat(server.requests)
        .allSatisfy(each -> {
          assertThat(each.lines().findFirst().orElseThrow()).doesNotContain("s3cret", "t0ken");
        });
    assertThat(new ClientCredentials("https://x", "me", SECRET, "").toString())
        .doesNotContain("s3cret");
  }

  @Test
  void a_server_that_wants_the_secret_in_the_body_gets_it_there() {
    server.answering("/token", LoopbackServer.text("HTTP/1.1 401 No\nContent-Length: 0\n\n"));
    assertThat(findAs("https://login.example/token", HOST + PACKAGE))
        .isEqualTo(new Result.Nothing("The token server refused with status 401."));
    assertThat(server.requests.get(1)).endsWith("&client_id=me&client_secret=s3cret+%26+more");
  }

  @Test
  void a_token_is_told_to_no_other_server() {
    server.json("/token", "{\"access_token\":\"t0ken\"}");
    server.answering(
        "/moved",
        LoopbackServer.text(
            "HTTP/1.1 302 Found\nLocation: https://other.example" + PACKAGE + "\n\n"));
    assertThat(findAs("https://login.example/token", HOST + "/moved"))
        .isInstanceOf(Result.Got.class);
    assertThat(server.requests.get(1)).contains("Bearer t0ken");
    assertThat(server.requests.get(2)).contains("Host: other.example").doesNotContain("t0ken");
  }

  @Test
  void a_redirection_to_a_private_address_is_not_followed() {
    for (String to :
        List.of("https://inside.example/", "https://127.0.0.1/", "http://x.example/")) {
      server.answering(
          "/away", LoopbackServer.text("HTTP/1.1 302 Found\nLocation: " + to + "\n\n"));
      assertThat(find(HOST + "/away")).isInstanceOf(Result.Nothing.class);
    }
    assertThat(server.requests).hasSize(3);
    assertThat(find("https://inside.example" + PACKAGE))
        .isEqualTo(
            new Result.Nothing(
                "It could not be fetched: its server is not on the public Internet."));
    assertThat(findAs("https://inside.example/token", HOST + PACKAGE))
        .isInstanceOf(Result.Nothing.class);
    assertThat(server.requests).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 500\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 1\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 99999999999\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 17\n\n{\"CFDocument\":{}}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Encoding: br\n\n{}",
        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n[]",
        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"CFItem\":",
        "HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n",
        "HTTP/1.1 500 Internal Server Error\nContent-Length: 0\n\n",
        "SSH-2.0-OpenSSH\n"
      })
  void an_answer_that_is_no_package_is_told_in_a_sentence(String answer) {
    server.answering("/odd", LoopbackServer.text(answer));
    assertThat(find(HOST + "/odd"))
        .isInstanceOfSatisfying(
            Result.Nothing.class,
            nothing -> assertThat(nothing.why()).matches("[A-Z][^{}]*\\.").hasSizeLessThan(200));
  }

  @Test
  void an_endless_answer_is_cut_off() {
    server.answering(
        "/endless",
        out -> {
          write(out, "HTTP/1.1 200 OK\nContent-Type: application/json\n\n");
          while (true) {
            out.write(new byte[65_536]);
          }
        });
    assertThat(find(HOST + "/endless"))
        .isEqualTo(new Result.Nothing("It could not be fetched: it is larger than 1 MB."));
  }

  @Test
  void a_gzip_bomb_is_cut_off_by_what_it_holds() throws Exception {
    byte[] bomb = LoopbackServer.zipped(new byte[1_000_000], 500);
    assertThat(bomb).hasSizeLessThan(BOUNDS.maximumPackage());
    server.answering("/bomb", LoopbackServer.gzipped(bomb));
    assertThat(find(HOST + "/bomb"))
        .isEqualTo(new Result.Nothing("It could not be fetched: it is larger than 1 MB."));
  }

  @Test
  void a_package_that_is_compressed_unasked_is_read() throws Exception {
    server.answering("/gzip", LoopbackServer.gzipped(LoopbackServer.zipped(json(), 1)));
    assertThat(find(HOST + "/gzip")).isInstanceOf(Result.Got.class);
  }

  @Test
  void a_server_that_drips_is_left_when_the_time_is_over() {
    server.answering(
        "/slow",
        out -> {
          write(out, "HTTP/1.1 200 OK\nContent-Type: application/json\n\n");
          while (true) {
            out.write(' ');
            out.flush();
            Thread.sleep(50);
          }
        });
    RemoteFrameworks remote = new RemoteFrameworks(server.client(), BOUNDS, Duration.ofMillis(400));
    assertThat(remote.find(HOST + "/slow", Optional.empty()))
        .isEqualTo(
            new Result.Nothing("It could not be fetched: its server did not answer in time."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "http://case.example/",
        "file:///etc/passwd",
        "https:///x",
        "https://user:secret@case.example/ims"
      })
  void only_https_addresses_are_fetched(String address) {
    assertThat(find(address)).isInstanceOf(Result.Nothing.class);
    assertThat(server.requests).isEmpty();
  }

  private Result find(String address) {
    return new RemoteFrameworks(server.client(), BOUNDS, Duration.ofSeconds(30))
        .find(address, Optional.empty());
  }

  private Result findAs(String tokenAddress, String address) {
    return new RemoteFrameworks(server.client(), BOUNDS, Duration.ofSeconds(30))
        .find(address, Optional.of(new ClientCredentials(tokenAddress, "me", SECRET, SCOPE)));
  }

  private static byte[] json() {
    return Packages.ofItems(3).toString().getBytes(UTF_8);
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.replace("\n", "\r\n").getBytes(UTF_8));
  }

  private static String documents(int from, int count) {
    ObjectNode whole = Json.mapper().createObjectNode();
    ArrayNode documents = whole.putArray("CFDocuments");
    for (int i = from; i < from + count; i++) {
      documents
          .addObject()
          .put("identifier", UUID.nameUUIDFromBytes(("d" + i).getBytes(UTF_8)).toString())
          .put("title", "Framework " + i);
    }
    return whole.toString();
  }
}
