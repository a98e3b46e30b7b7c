package org.vellum.credentials.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Institution;
import org.vellum.credentials.record.Learner;
import org.vellum.credentials.record.LearnerRecord;

/** The transcript as the XHTML that is laid out. Every text of the record is escaped. */
final class TranscriptPage {
  /** Where paper is of the size Letter; elsewhere it is A4 (ISO 216). */
  private static final Set<String> LETTER =
      Set.of("US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "NI", "PA", "PR", "SV", "VE");

  private static final int DOTS_PER_MODULE = 12;

  private final LearnerRecord record;
  private final TranscriptPdf.Options options;
  private final PageText text;
  private final StringBuilder out = new StringBuilder();

  TranscriptPage(LearnerRecord record, TranscriptPdf.Options options, PageText text) {
    this.record = record;
    this.options = options;
    this.text = text;
  }

  String html() {
    String title = text.safe("name", record.name());
    String author = text.safe("institution.name", record.institution().name());
    out.append("<!DOCTYPE html><html lang=\"en\"><head><title>").append(title).append("</title>");
    out.append("<meta name=\"author\" content=\"").append(author).append("\"/>");
    out.append("<meta name=\"description\" content=\"A learner's record\"/>");
    out.append("<style>").append(style()).append("</style></head><body>");
    letterhead(record.institution());
    out.append("<h1>").append(title).append("</h1>");
    learner(record.learner());
    new ResultTables(record, text, out).write();
    about();
    return out.append("</body></html>").toString();
  }

  private String style() {
    Institution.Address address = record.institution().address();
    boolean letter = address != null && LETTER.contains(String.valueOf(address.countryCode()));
    String foot =
        "font-family: Sans; font-size: 7.4pt; color: #566170; vertical-align: top; "
            + "padding-top: 5mm; content: ";
    String issuer = text.cssString("institution.name", shortened(record.institution().name()));
    String name = text.cssString("name", "  ·  " + shortened(record.name()));
    return sheet()
        + "@page { size: "
        + (letter ? "letter" : "A4")
        + ";\n"
        + "@bottom-left { width: 80%; text-align: left; "
        + foot
        + issuer
        + " "
        + name
        + "; }\n"
        + "@bottom-right { width: 20%; text-align: right; "
        + foot
        + "\"Page \" counter(page) \" of \" counter(pages); } }";
  }

  private static String shortened(String name) {
    int longest = 44;
    return name.length() <= longest ? name : name.substring(0, longest) + "…";
  }

  private static String sheet() {
    try (InputStream in = TranscriptPage.class.getResourceAsStream("transcript.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("a style sheet of this library cannot be read", e);
    }
  }

  private void letterhead(Institution institution) {
    out.append("<div class=\"letterhead\">");
    seal();
    out.append("<p class=\"institution\">")
        .append(text.safe("institution.name", institution.name()))
        .append("</p>");
    List<String> lines = new ArrayList<>();
    Institution.Address address = institution.address();
    if (address != null) {
      Lines.add(lines, address.street());
      Lines.add(lines, address.locality());
      Lines.add(lines, Lines.joined(" ", address.region(), address.postalCode()));
      Lines.add(lines, address.countryCode());
    }
    contact(String.join(", ", lines));
    List<String> ways = new ArrayList<>();
    Lines.add(ways, institution.url());
    Lines.add(ways, institution.email());
    Lines.add(ways, institution.phone());
    contact(String.join("  ·  ", ways));
    out.append("</div>");
  }

  private void contact(String line) {
    if (!line.isEmpty()) {
      out.append("<p class=\"contact\">").append(text.safe("institution", line)).append("</p>");
    }
  }

  private void seal() {
    URI page = options.verification();
    if (page != null) {
      byte[] picture = QrCode.of(page.toString()).png(DOTS_PER_MODULE);
      out.append("<div class=\"seal\"><img alt=\"QR code: the address of the page on which this ")
          .append("record can be verified\" src=\"data:image/png;base64,")
          .append(Base64.getEncoder().encodeToString(picture))
          .append("\"/><p>Scan to verify</p></div>");
    }
  }

  private void learner(Learner learner) {
    List<String> rows = new ArrayList<>();
    row(rows, "Learner", "learner.fullName", learner.fullName());
    row(rows, "Date of birth", "learner.dateOfBirth", Lines.day(learner.dateOfBirth()));
    learner.identifiers().stream()
        .filter(each -> !each.isHashed())
        .forEach(each -> row(rows, "Learner number", "learner.identifiers", each.value()));
    row(rows, "Issued", "issued", Lines.day(record.issued().atZone(ZoneOffset.UTC).toLocalDate()));
    if (record.validUntil() != null) {
      row(
          rows,
          "Valid until",
          "validUntil",
          Lines.day(record.validUntil().atZone(ZoneOffset.UTC).toLocalDate()));
    }
    row(rows, "Record", "id", record.id());
    out.append("<table class=\"learner\"><tbody>");
    for (int i = 0; i < rows.size(); i++) {
      String style = (i == 0 ? "first " : "") + (i == rows.size() - 1 ? "last" : "");
      out.append("<tr class=\"").append(style.strip()).append("\">").append(rows.get(i));
    }
    out.append("</tbody></table>");
  }

  private void row(List<String> rows, String label, String place, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      String cell = text.safe(place, value);
      rows.add("<th scope=\"row\">" + label + "</th><td>" + cell + "</td></tr>");
    }
  }

  private void about() {
    out.append("<div class=\"about\"><p class=\"head\">About this document</p>");
    for (String sentence : options.sentences()) {
      out.append("<p>").append(sentence).append("</p>");
    }
    URI page = options.verification();
    if (page != null) {
      String address = text.safe("verification", page.toString());
      out.append("<p>Anybody can verify the record, and see whether it is still in force, at ")
          .append("<a href=\"")
          .append(address)
          .append("\" title=\"Verify this record\">")
          .append(address)
          .append("</a></p>");
    }
    if (!text.losses().isEmpty()) {
      out.append("<p>Where this sign stands, ")
          .append(PageText.MISSING)
          .append(", a character could not be printed; the attached record has it.</p>");
    }
    out.append("</div>");
  }
}
