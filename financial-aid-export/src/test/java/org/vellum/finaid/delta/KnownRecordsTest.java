package org.vellum.finaid.delta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownRecordsTest {
  private static final Instant TIME = Instant.parse("2026-02-10T09:30:00Z");
  private static final KnownRecords.Key KEY = new KnownRecords.Key("student", "st:S-1");
  private static final Position POSITION = new Position(7, 9);

  private static KnownRecords of(String sourceAsOf) {
    return new KnownRecords(
        false,
        Optional.of(new KnownRecords.Basis(TIME, 3, "US-TIV-2025.1", "a")),
        Map.of(KEY, new KnownRecords.State(new byte[16], 2, POSITION, false, sourceAsOf, 77)),
        Map.of(5L, "run-1"));
  }

  private static KnownRecords.State state(KnownRecords known) {
    assertThat(known.records()).containsOnlyKeys(KEY);
    return known.records().values().iterator().next();
  }

  private static String time(KnownRecords known) {
    return state(known).sourceAsOf();
  }

  @Test
  void what_is_kept_is_read_as_it_was() {
    KnownRecords read = KnownRecords.read(of(TIME.toString()).bytes());
    KnownRecords.State state = state(read);
    assertThat(state.hash()).isEqualTo(new byte[16]);
    assertThat(state.fingerprint()).isEqualTo(77);
    assertThat(state.version()).isEqualTo(2);
    assertThat(state.changedAt()).isEqualTo(POSITION);
    assertThat(state.sourceAsOf()).isEqualTo(TIME.toString());
    assertThat(read.basis()).isEqualTo(of("").basis());
    assertThat(read.faults()).containsEntry(5L, "run-1");
    assertThat(read.bytes()).isEqualTo(of(TIME.toString()).bytes());
  }

  @Test
  void times_are_left_where_more_became_known_after_changes_were_given() {
    KnownRecords known = of(TIME.toString());
    KnownRecords overtaken = KnownRecords.read(KnownRecords.overtaken(known.bytes()));
    assertThat(time(known.withTimesAt(4))).isEqualTo(TIME.toString());
    assertThat(time(overtaken.withTimesAt(3))).isEqualTo(TIME.toString());
    assertThat(time(overtaken.withTimesAt(4))).isEmpty();
    // It stays so where nothing new could be published.
    assertThat(time(KnownRecords.read(overtaken.bytes()).withTimesAt(4))).isEmpty();
  }

  @Test
  void what_was_kept_before_there_were_times_is_read_without_any() throws IOException {
    byte[] kept = keptBefore();
    KnownRecords read = KnownRecords.read(kept);
    assertThat(read.basis()).isEqualTo(of("").basis());
    assertThat(state(read).version()).isEqualTo(2);
    assertThat(time(read)).isEmpty();
    assertThat(read.faults()).containsEntry(5L, "run-1");
    assertThat(KnownRecords.overtaken(kept)).isEqualTo(kept);
  }

  private static byte[] keptBefore() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(0xFF);
      out.writeBoolean(true);
      out.writeLong(TIME.getEpochSecond());
      out.writeInt(TIME.getNano());
      out.writeInt(3);
      out.writeUTF("US-TIV-2025.1");
      out.writeUTF("a");
      out.writeShort(1);
      out.writeLong(POSITION.horizon());
      out.writeLong(POSITION.position());
      out.writeByte(1);
      out.writeUTF(KEY.entity());
      out.writeInt(1);
      out.writeByte(0);
      out.writeUTF(KEY.recordId());
      out.write(new byte[16]);
      out.writeShort(0);
      out.writeBoolean(false);
      out.writeInt(2);
      out.writeInt(1);
      out.writeLong(5);
      out.writeUTF("run-1");
    }
    return bytes.toByteArray();
  }
}
