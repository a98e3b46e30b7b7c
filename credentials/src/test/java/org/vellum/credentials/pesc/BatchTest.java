package org.vellum.credentials.pesc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vellum.credentials.Transcripts;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.LearnerRecord;
import org.vellum.credentials.xmldsig.Profile;
import org.vellum.credentials.xmldsig.XmlKey;
import org.vellum.credentials.xmldsig.XmlSignatures;
import org.vellum.credentials.xmldsig.XmlVerification;
import org.w3c.dom.Document;

class BatchTest {
  static final XmlKey KEY = XmlKey.p256();

  @Test
  void a_batch_of_signed_transcripts_is_valid_by_the_schema_and_each_signature_holds() {
    byte[] batch = batch(FullRecord.record(), Transcripts.rich(), Transcripts.minimal());
    PescSchema.accepts(batch);
    List<BatchItem> items = read(batch);
    assertThat(items).hasSize(3).allMatch(each -> each instanceof BatchItem.Transcript);
    for (BatchItem each : items) {
      Document document = ((BatchItem.Transcript) each).document();
      assertThat(XmlSignatures.verify(document, XmlKey.AT, KEY.publicKey()))
          .isInstanceOf(XmlVerification.Valid.class);
    }
    assertThat(items)
        .extracting(each -> ((BatchItem.Transcript) each).record().value().id())
        .containsExactly(
            FullRecord.record().id(), Transcripts.rich().id(), Transcripts.minimal().id());
  }

  @Test
  void a_faulty_item_is_told_with_its_line_and_the_good_ones_are_read() {
    String text = new String(batch(FullRecord.record(), Transcripts.rich()), UTF_8);
    String odd =
        """
        <BatchContent>
        <c:CollegeTranscript xmlns:c='urn:org:pesc:message:CollegeTranscript:v1.6.0'/>
        <h:HighSchoolTranscript xmlns:h='urn:org:pesc:message:HighSchoolTranscript:v1.5.0'/>
        """;
    List<BatchItem> items = read(text.replace("<BatchContent>", odd).getBytes(UTF_8));
    assertThat(faults(items)).containsExactly("unreadable 3:", "not-a-transcript 4:");
    assertThat(items).hasSize(4);
    assertThat(items.get(3)).isInstanceOf(BatchItem.Transcript.class);
    assertThat(items).extracting(BatchItem::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void what_is_not_well_formed_ends_the_batch_and_takes_nothing_back() {
    String text = new String(batch(FullRecord.record(), Transcripts.rich()), UTF_8);
    String broken = text.replace("</BatchContent>", "<c:a></b></BatchContent>");
    List<BatchItem> items = read(broken.getBytes(UTF_8));
    assertThat(items).hasSize(3);
    assertThat(items.subList(0, 2)).allMatch(each -> each instanceof BatchItem.Transcript);
    assertThat(faults(items)).containsExactly("not-xml 5:");
    assertThat(faults(read(text.substring(0, text.length() / 2).getBytes(UTF_8)))).hasSize(1);
  }

  @Test
  void an_item_that_is_too_long_is_passed_over() {
    byte[] batch = batch(Transcripts.minimal(), Transcripts.of(40), Transcripts.minimal());
    List<BatchItem> items = new ArrayList<>();
    BatchReader.read(new ByteArrayInputStream(batch), 15_000, items::add);
    assertThat(items).hasSize(3);
    assertThat(faults(items)).containsExactly("too-much 4:");
  }

  @Test
  void a_document_type_and_what_is_no_batch_are_refused() {
    for (String type :
        List.of(
            "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>",
            "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
            "<!DOCTYPE a [<!ENTITY b 'bbbb'><!ENTITY c '&b;&b;&b;&b;'>]>")) {
      assertThat(faults(read((type + "<a>&c;&e;</a>").getBytes(UTF_8)))).containsExactly("dtd 1:");
    }
    assertThat(faults(read("<a/>".getBytes(UTF_8)))).containsExactly("not-a-batch 1:");
    assertThat(faults(read("".getBytes(UTF_8)))).containsExactly("not-xml 1:");
    String deep = "<b:AcademicRecordBatch xmlns:b='" + Pesc.BATCH_NAMESPACE + "'><BatchContent>";
    assertThat(faults(read((deep + "<a>".repeat(10_000)).getBytes(UTF_8))))
        .containsExactly("not-xml 1:");
  }

  @Test
  void a_long_batch_is_read_as_a_stream() throws IOException {
    byte[] one = batch(Transcripts.rich());
    String text = new String(one, UTF_8);
    int start = text.indexOf("<ColTrn:");
    int end = text.indexOf("</BatchContent>");
    List<InputStream> parts = new ArrayList<>();
    parts.add(bytes(text.substring(0, start)));
    byte[] item = text.substring(start, end).getBytes(UTF_8);
    Collections.addAll(
        parts,
        Collections.nCopies(2_000, item).stream()
            .map(ByteArrayInputStream::new)
            .toArray(InputStream[]::new));
    parts.add(bytes(text.substring(end)));
    int[] good = {0};
    int all =
        BatchReader.read(
            new SequenceInputStream(Collections.enumeration(parts)),
            each -> good[0] += each instanceof BatchItem.Transcript ? 1 : 0);
    assertThat(all).isEqualTo(2_000);
    assertThat(good[0]).isEqualTo(2_000);
  }

  @Test
  void a_batch_has_a_name_and_at_least_one_transcript() {
    assertThatThrownBy(() -> batch()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(
            () -> new BatchEnvelope("x".repeat(36), XmlKey.AT, Transcripts.university(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  static byte[] batch(LearnerRecord... records) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BatchEnvelope envelope =
        new BatchEnvelope("B-2026-1", XmlKey.AT, Transcripts.university(), null);
    try (BatchWriter writer = BatchWriter.to(out, envelope)) {
      for (LearnerRecord each : records) {
        Document document = PescRecords.write(each).value();
        PescRecords.sign(document, KEY, Profile.XADES_B_B, XmlKey.AT);
        writer.add(document);
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written", e);
    }
    return out.toByteArray();
  }

  private static List<BatchItem> read(byte[] batch) {
    List<BatchItem> items = new ArrayList<>();
    BatchReader.read(new ByteArrayInputStream(batch), items::add);
    return items;
  }

  /** The codes and lines of the faulty items. */
  private static List<String> faults(List<BatchItem> items) {
    return items.stream()
        .filter(each -> each instanceof BatchItem.Faulty)
        .map(each -> ((BatchItem.Faulty) each).fault())
        .map(each -> each.code() + " " + each.place().replaceFirst(":.*", ":"))
        .toList();
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }
}
