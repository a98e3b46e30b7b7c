package org.vellum.transcript.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.VerificationReport;
import org.vellum.platform.usecase.Component;
import org.vellum.transcript.display.Nodes;
import org.vellum.transcript.issuer.Issuer;
import org.vellum.transcript.sharing.Shares;
import org.vellum.transcript.status.Revocation;
import org.vellum.transcript.status.Revocations;

/** Puts the verifier's report into words: titles for places, reasons for revocations. */
@Component
public class ReportReader {
  private static final int LONGEST_TITLE = 200;
  private static final Pattern LINE = Pattern.compile("(\\d+):(\\d+)");

  private final Issuer issuer;
  private final Revocations revocations;
  private final Shares shares;

  @Inject
  public ReportReader(Issuer issuer, Revocations revocations, Shares shares) {
    this.issuer = issuer;
    this.revocations = revocations;
    this.shares = shares;
  }

  CredentialView read(VerificationReport report) {
    Map<String, String> titles = new TreeMap<>();
    collect(report, titles);
    return view(report, titles);
  }

  private static void collect(VerificationReport report, Map<String, String> titles) {
    titles.put(report.place(), title(report));
    report.nested().forEach(nested -> collect(nested, titles));
    report.endorsements().forEach(each -> collect(each, titles));
  }

  private CredentialView view(VerificationReport report, Map<String, String> titles) {
    JsonNode credential = credential(report);
    JsonNode named = credential.path("issuer");
    String issuerId = named.isObject() ? named.path("id").asText("") : named.asText("");
    return new CredentialView(
        report.verdict(),
        title(report),
        report.place(),
        credential.path("id").asText(""),
        StatedView.of(report, credential),
        new CredentialView.IssuerView(
            issuerId, Nodes.text(named, "name"), issuerId.equals(issuer.did())),
        key(credential),
        report.checks().stream()
            .filter(Check::isToldOf)
            .map(check -> view(check, credential, titles))
            .toList(),
        signatures(report),
        report.nested().stream().map(nested -> view(nested, titles)).toList(),
        report.endorsements().stream().map(each -> view(each, titles)).toList());
  }

  private static List<CredentialView.SignatureView> signatures(VerificationReport report) {
    return report.signatures().stream()
        .map(each ->
            new CredentialView.SignatureView(
                each.suite(), each.key(), each.controller(), Words.name(each.binding())))
        .toList();
  }

  private CheckView view(Check check, JsonNode credential, Map<String, String> titles) {
    return new CheckView(
        check.kind(),
        check.verdict(),
        check.findings().stream().map(each -> view(each, credential, titles)).toList());
  }

  private FindingView view(Finding finding, JsonNode credential, Map<String, String> titles) {
    String message =
        finding.code().equals("revoked")
            ? finding.message() + "; " + reason(credential)
            : finding.message();
    return new FindingView(
        Words.name(finding.severity()),
        finding.code(),
        finding.place(),
        where(finding.place(), titles),
        message,
        finding.problemType());
  }

  /** The reason that this institution gave; other issuers' lists hold bits and no reasons. */
  private String reason(JsonNode credential) {
    return ownId(credential.path("id").asText(""))
        .flatMap(id -> revocations.find(id).or(() -> ofSelection(id)))
        .map(Revocation::reason)
        .map(reason -> "reason: " + reason)
        .orElse("no reason is given");
  }

  private Optional<Revocation> ofSelection(UUID selection) {
    return shares.findRecordOf(selection).flatMap(revocations::find);
  }

  private Optional<UUID> ownId(String id) {
    try {
      UUID last = UUID.fromString(id.substring(id.lastIndexOf('/') + 1));
      return Optional.of(last).filter(uuid -> issuer.credentialUrl(uuid).toString().equals(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String where(String place, Map<String, String> titles) {
    Matcher line = LINE.matcher(place);
    if (line.matches()) {
      return "line " + line.group(1) + ", column " + line.group(2);
    }
    String innermost = "";
    for (String each : titles.keySet()) {
      boolean holds = place.equals(each) || place.startsWith(each + "/");
      innermost = holds && each.length() > innermost.length() ? each : innermost;
    }
    return titles.getOrDefault(innermost, "");
  }

  /** The first proof's key; the report's findings speak of the others. */
  private static String key(JsonNode credential) {
    JsonNode proof = credential.path("proof");
    return Nodes.text(proof.isArray() ? proof.path(0) : proof, "verificationMethod");
  }

  private static String title(VerificationReport report) {
    JsonNode credential = credential(report);
    String name = Nodes.text(credential, "name");
    String achievement = Nodes.text(credential.at("/credentialSubject/achievement"), "name");
    String title = name.isEmpty() ? achievement : name;
    if (!title.isEmpty()) {
      return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) + "…" : title;
    }
    return report.place().isEmpty() ? "The document" : "A credential without a name";
  }

  private static JsonNode credential(VerificationReport report) {
    JsonNode credential = report.credential();
    return credential == null ? MissingNode.getInstance() : credential;
  }
}
