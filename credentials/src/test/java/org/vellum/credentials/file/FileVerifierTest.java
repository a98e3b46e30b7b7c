package org.vellum.credentials.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Examples;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.baking.Baking;
import org.vellum.credentials.baking.Kind;
import org.vellum.credentials.baking.Pictures;
import org.vellum.credentials.baking.PngBadge;
import org.vellum.credentials.baking.SvgBadge;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.elmo.ElmoRecords;
import org.vellum.credentials.pdf.TranscriptPdf;
import org.vellum.credentials.verification.Check;
import org.vellum.credentials.verification.Finding;
import org.vellum.credentials.verification.Verdict;
import org.vellum.credentials.xml.XmlOutput;

/** Files of every kind through the one door. */
class FileVerifierTest {
  private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\"/>";

  private final Examples university = new Examples();

  private FileReport verify(byte[] file) {
    return new FileVerifier().verify(file, university.documents(), Examples.NOW);
  }

  private static List<String> documentCodes(FileReport report) {
    return report.report().check(Check.Kind.DOCUMENT).findings().stream()
        .map(Finding::code)
        .toList();
  }

  private static byte[] image(Baking baking) {
    return ((Baking.Baked) baking).image();
  }

  @Test
  void each_kind_is_told_from_its_content() {
    var record = ClrRecords.read(university.signedRecord(1)).value();
    var options = new TranscriptPdf.Options(null, null, false);

    assertThat(CredentialFile.of("{}".getBytes(UTF_8))).isInstanceOf(CredentialFile.Text.class);
    assertThat(CredentialFile.of("e30.e30.e30".getBytes(UTF_8)))
        .isInstanceOf(CredentialFile.Text.class);
    assertThat(CredentialFile.of(new byte[0])).isInstanceOf(CredentialFile.Text.class);
    assertThat(CredentialFile.of(Pictures.png())).isInstanceOf(CredentialFile.Picture.class);
    assertThat(CredentialFile.of(("\uFEFF" + SVG).getBytes(UTF_8)))
        .isInstanceOf(CredentialFile.Picture.class);
    assertThat(CredentialFile.of(XmlOutput.bytes(ElmoRecords.write(Transcripts.rich()).value())))
        .isInstanceOf(CredentialFile.Xml.class);
    assertThat(CredentialFile.of("<svg".getBytes(UTF_8))).isInstanceOf(CredentialFile.Xml.class);
    assertThat(CredentialFile.of(TranscriptPdf.write(record, options).value()))
        .isInstanceOf(CredentialFile.Pdf.class);
  }

  @Test
  void a_badge_is_judged_alike_alone_and_in_either_picture() {
    String badge = university.signedBadge(1).toString();

    FileReport alone = verify(badge.getBytes(UTF_8));
    FileReport png = verify(image(PngBadge.bake(Pictures.png(), badge, Kind.OPEN_BADGES_3)));
    FileReport svg = verify(image(SvgBadge.bake(SVG.getBytes(UTF_8), badge, Kind.OPEN_BADGES_3)));

    assertThat(List.of(alone, png, svg))
        .allSatisfy(report -> {
          assertThat(report.report().verdict()).isEqualTo(Verdict.VALID);
          assertThat(report.toJson()).isEqualTo(alone.toJson());
        });
  }

  @Test
  void words_of_another_format_inside_a_credential_do_not_change_what_it_is() {
    ObjectNode badge = Examples.badge(1).build().toJson();
    badge.put("name", "%PDF-1.7 <svg");
    String signed = university.sign(badge).toString();

    assertThat(verify(signed.getBytes(UTF_8)).report().verdict()).isEqualTo(Verdict.VALID);
    assertThat(
            verify(image(PngBadge.bake(Pictures.png(), signed, Kind.OPEN_BADGES_3)))
                .report()
                .verdict())
        .isEqualTo(Verdict.VALID);
  }

  @Test
  void a_picture_without_a_credential_and_one_that_is_damaged_say_nothing_of_any() {
    byte[] damaged = Arrays.copyOf(Pictures.png(), 60);

    FileReport none = verify(Pictures.png());
    FileReport broken = verify(damaged);

    assertThat(documentCodes(none)).containsExactly("no-credential");
    assertThat(documentCodes(verify(SVG.getBytes(UTF_8)))).containsExactly("no-credential");
    assertThat(documentCodes(broken)).doesNotContain("no-credential").isNotEmpty();
    assertThat(List.of(none.report().verdict(), broken.report().verdict()))
        .containsOnly(Verdict.COULD_NOT_BE_CHECKED);
    assertThat(none.toJson().path("verdict").asText()).isEqualTo("could-not-be-checked");
  }
}
