package org.vellum.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code mvn -Pstart} runs after the build: from a built server to a page in the browser. */
public final class Start {

  private static final Duration READY_LIMIT = Duration.ofMinutes(4);
  private static final Duration ARRIVAL = Duration.ofMinutes(2);
  private static final int MESSAGES = 30;
  private static final String REGISTRAR = "registrar";
  private static final String AID_OFFICER = "aid-officer";

  private final PrintStream out;
  private final VellumServer server;
  private volatile boolean stopping;

  private Start(PrintStream out, VellumServer server) {
    this.out = out;
    this.server = server;
  }

  /**
   * Arguments: the server's folder, the data folder, the HTTP port, the HTTPS port, and the file
   * that holds the home of the JDK for the server. Returns only by an exception: Ctrl-C ends the
   * JVM, and its end stops the server.
   *
   * @throws CannotStart with one sentence for the person who started it
   */
  public static void main(String[] arguments) throws CannotStart, InterruptedException {
    Path data = Path.of(arguments[1]);
    check(data, arguments[2], arguments[3]);
    VellumServer server =
        VellumServer.in(Path.of(arguments[0]))
            .java(jdk(Path.of(arguments[4])))
            .data(data)
            .ports(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
    new Start(System.out, server).run();
  }

  private static void check(Path data, String httpPort, String httpsPort) throws CannotStart {
    Optional<String> objection =
        Preflight.objection(
            new Preflight.Wanted(data, httpPort, httpsPort),
            Preflight.Machine.thisOne(Preflight.OLDEST_JAVA));
    if (objection.isPresent()) {
      throw new CannotStart(objection.get());
    }
  }

  private static Path jdk(Path file) throws CannotStart {
    try {
      return Path.of(Files.readString(file).strip());
    } catch (IOException e) {
      throw new CannotStart("it does not know which JDK to use; start it by mvn -Pstart.");
    }
  }

  private void run() throws CannotStart, InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-vellum"));
    Map<String, String> passwords = Demonstration.signInNames(server);
    out.println("[3/6] Starting PostgreSQL and Open Liberty with the data in " + server.data());
    server.start();
    try {
      server.awaitReady(READY_LIMIT);
    } catch (CannotStart e) {
      showMessages();
      throw e;
    }
    out.println("[4/6] The server is ready.");
    loadDemonstration(passwords);
    welcome(passwords);
    server.awaitEnd();
    if (stopping) {
      // Ctrl-C: Maven must not go on to the next module while its JVM ends.
      Thread.currentThread().join();
    }
    showMessages();
    throw new CannotStart("the server ended by itself; its last messages are above.");
  }

  private void loadDemonstration(Map<String, String> passwords)
      throws CannotStart, InterruptedException {
    out.println("[5/6] Loading the demonstration institution");
    try {
      Institution institution =
          Institution.at(server.address(), REGISTRAR, passwords.getOrDefault(REGISTRAR, ""));
      GiveConsents consents = new GiveConsents(server.address(), passwords, ARRIVAL);
      new LoadDemonstration(institution, consents, out).load();
      new LoadAidFacts(aidOffice(passwords), out).load();
    } catch (ApiRefused e) {
      server.stop();
      throw new CannotStart("the demonstration could not be loaded: " + e.getMessage());
    }
  }

  private PublicApi aidOffice(Map<String, String> passwords) throws ApiRefused {
    PublicApi office = new PublicApi(server.address());
    office.signIn(AID_OFFICER, passwords.getOrDefault(AID_OFFICER, ""));
    return office;
  }

  private void welcome(Map<String, String> passwords) {
    out.println("[6/6] Vellum runs. Ctrl-C stops it; the data stays in " + server.data());
    out.println();
    out.println("      " + server.address());
    out.println();
    out.println("      sign in as     with the password");
    for (String name : List.of(REGISTRAR, "admin", "employer", AID_OFFICER)) {
      out.printf("      %-14s %s%n", name, passwords.get(name));
    }
    for (String name : Demonstration.LEARNERS_TO_LOOK_AT) {
      out.printf("      %-14s %s   (a learner)%n", name, passwords.get(name));
    }
    out.println();
    out.println("      The employer finds amara and lukas, for instance by: tables");
    out.println();
  }

  private void showMessages() {
    try {
      server.lastMessages(MESSAGES).forEach(out::println);
    } catch (IOException e) {
      out.println("The server's messages cannot be read: " + e);
    }
  }

  private void stop() {
    stopping = true;
    if (server.isRunning()) {
      out.println();
      out.println("Stopping Vellum …");
      server.stop();
      out.println("Vellum is stopped.");
    }
  }
}
