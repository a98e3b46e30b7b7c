package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.vellum.credentials.pesc.BatchItem;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.verification.XmlVerifier;
import org.w3c.dom.Document;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    description = "Shows what a credential says, without checking whether it is true.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  inspect transcript.json",
      "  inspect batch.xml",
      "  extract badge.png | vellum-credentials inspect -"
    })
final class InspectCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "FILE",
      description = "The credential or transcript, or what it is in; - for what is piped in.")
  private String file = "-";

  InspectCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    byte[] bytes = Pictures.unwrapped(Files.read(file, terminal.in()), terminal.err());
    if (XmlVerifier.isXml(bytes)) {
      xml(bytes);
    } else {
      show(Json.object(bytes), "");
    }
    return ExitCode.OK;
  }

  private void xml(byte[] bytes) {
    Document document = XmlFile.document(bytes);
    if (!XmlFile.isBatch(document)) {
      show(document, "");
      return;
    }
    for (BatchItem item : XmlFile.items(bytes)) {
      terminal.out().println("item " + item.number() + ":");
      switch (item) {
        case BatchItem.Transcript transcript -> show(transcript.document(), "  ");
        case BatchItem.Faulty(var number, var fault) ->
            line("  ", "not read", fault.message() + " (at " + fault.place() + ")");
      }
    }
  }

  private void show(Document document, String indent) {
    Converted<LearnerRecord> read;
    try {
      read = XmlFile.record(document);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(
          ExitCode.INVALID, "Not read: " + Plain.text(String.valueOf(e.getMessage())) + ".");
    }
    LearnerRecord record = read.value();
    line(indent, "type", String.valueOf(document.getDocumentElement().getLocalName()));
    line(indent, "namespace", String.valueOf(document.getDocumentElement().getNamespaceURI()));
    line(indent, "name", record.name());
    line(indent, "id", record.id());
    line(indent, "issuer", record.institution().name() + " " + record.institution().id());
    line(indent, "issued", record.issued().toString());
    boolean signed =
        document
                .getElementsByTagNameNS("http://www.w3.org/2000/09/xmldsig#", "Signature")
                .getLength()
            > 0;
    line(indent, "signature", signed ? "present" : "none");
    for (Attainment each : record.attainments()) {
      String type = each.achievement().type();
      line(indent, "achieved", each.achievement().name() + " (" + type + ")");
      for (Attainment.Outcome result : each.outcomes()) {
        line(indent, "result", result.value());
      }
    }
    read.losses().forEach(loss -> line(indent, "not shown", loss.what() + " at " + loss.place()));
  }

  private void show(JsonNode credential, String indent) {
    line(indent, "type", names(credential.path("type")));
    line(indent, "name", credential.path("name").asText(""));
    line(indent, "id", credential.path("id").asText(""));
    JsonNode issuer = credential.path("issuer");
    String id = issuer.isObject() ? issuer.path("id").asText("") : issuer.asText("");
    line(indent, "issuer", (issuer.path("name").asText("") + " " + id).strip());
    for (String member :
        List.of("validFrom", "issuanceDate", "validUntil", "expirationDate", "awardedDate")) {
      line(indent, member, credential.path(member).asText(""));
    }
    for (JsonNode status : each(credential.path("credentialStatus"))) {
      line(indent, "status", status.path("type").asText("") + " " + status.path("id").asText(""));
    }
    for (JsonNode proof : each(credential.path("proof"))) {
      String suite = proof.path("cryptosuite").asText(proof.path("type").asText(""));
      line(indent, "proof", suite + " by " + proof.path("verificationMethod").asText("?"));
    }
    for (JsonNode subject : each(credential.path("credentialSubject"))) {
      subject(subject, indent);
    }
  }

  private void subject(JsonNode subject, String indent) {
    line(indent, "subject", subject.path("id").asText(""));
    for (JsonNode achievement : each(subject.path("achievement"))) {
      String type = achievement.path("achievementType").asText("Achievement");
      line(indent, "achieved", achievement.path("name").asText("") + " (" + type + ")");
    }
    for (JsonNode result : each(subject.path("result"))) {
      String value = result.path("value").asText(result.path("achievedLevel").asText(""));
      line(indent, "result", value.isEmpty() ? result.path("status").asText("") : value);
    }
    for (JsonNode nested : each(subject.path("verifiableCredential"))) {
      terminal.out().println(indent + "contains:");
      show(nested, indent + "  ");
    }
  }

  private void line(String indent, String name, String value) {
    if (!value.isBlank()) {
      terminal.out().printf("%s%-12s %s%n", indent, name, Plain.text(value));
    }
  }

  private static String names(JsonNode types) {
    List<String> names = new ArrayList<>();
    each(types).forEach(type -> names.add(type.asText()));
    return String.join(", ", names);
  }

  private static Iterable<JsonNode> each(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    return value.isArray() ? value : List.of(value);
  }
}
