package org.vellum.credentials.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitstringStatusListTest {
  private static final int BOUND = 1 << 20;

  /** The value that the specification shows for an empty list. */
  private static final String EMPTY =
      "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

  private static BitstringStatusList empty() {
    return BitstringStatusList.empty(BitstringStatusList.MINIMUM_LENGTH);
  }

  @Test
  void the_empty_list_of_the_specification_is_read() {
    BitstringStatusList list = BitstringStatusList.decode(EMPTY, BOUND);

    assertThat(list.length()).isEqualTo(131_072);
    for (int i = 0; i < list.length(); i++) {
      assertThat(list.get(i)).isFalse();
    }
  }

  @Test
  void bits_come_back_as_they_were_set() {
    BitstringStatusList list = empty();
    Random random = new Random(5);
    for (int i = 0; i < 1_000; i++) {
      list.set(random.nextInt(list.length()), random.nextBoolean());
    }

    BitstringStatusList back = BitstringStatusList.decode(list.encode(), BOUND);

    for (int i = 0; i < list.length(); i++) {
      assertThat(back.get(i)).isEqualTo(list.get(i));
    }
  }

  @Test
  void the_first_bit_is_the_most_significant_of_the_first_byte() {
    BitstringStatusList list =
        BitstringStatusList.decode("u" + packed(new byte[] {(byte) 0x81}, 16_384), BOUND);

    assertThat(list.get(0)).isTrue();
    assertThat(list.get(1)).isFalse();
    assertThat(list.get(7)).isTrue();
    assertThat(list.get(8)).isFalse();
  }

  @Test
  void a_bit_that_was_set_can_be_cleared() {
    BitstringStatusList list = empty();
    list.set(42, true);
    list.set(42, false);

    assertThat(list.get(42)).isFalse();
    assertThat(list.encode()).isEqualTo(empty().encode());
  }

  @Test
  void a_bit_outside_the_list_is_an_error() {
    assertThatThrownBy(() -> empty().get(131_072)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> empty().set(-1, true)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void a_list_too_short_to_hide_in_is_refused() {
    assertThatThrownBy(() -> BitstringStatusList.empty(131_064))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> BitstringStatusList.decode("u" + packed(new byte[] {0}, 16_383), BOUND))
        .hasMessageContaining("shorter");
  }

  @Test
  void a_bomb_is_not_inflated() {
    String bomb = "u" + packed(new byte[] {0}, 50_000_000);

    assertThat(bomb.length()).isLessThan(100_000);
    assertThatThrownBy(() -> BitstringStatusList.decode(bomb, BOUND))
        .hasMessageContaining("inflates to more than");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "H4sIAAAAAAAAA", "zH4sIAAAAAAAAA", "u", "u!!!", "uAAAA", "uH4sIAAAA"})
  void what_is_no_list_is_refused(String text) {
    assertThatThrownBy(() -> BitstringStatusList.decode(text, BOUND))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_entry_writes_its_index_as_text() {
    ObjectNode entry =
        BitstringStatusList.entry(URI.create("https://university.example/s/1"), 7, "revocation");

    assertThat(entry.get("statusListIndex").isTextual()).isTrue();
    assertThat(entry.get("statusListIndex").asText()).isEqualTo("7");
    assertThat(entry.get("id").asText()).isEqualTo("https://university.example/s/1#7");
  }

  @Test
  void the_list_is_a_credential_that_names_its_purpose() {
    URI url = URI.create("https://university.example/s/1");

    ObjectNode credential =
        empty()
            .credential(
                url,
                "did:web:university.example",
                "revocation",
                Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(credential.at("/id").asText()).isEqualTo(url.toString());
    assertThat(credential.at("/credentialSubject/statusPurpose").asText()).isEqualTo("revocation");
    assertThat(credential.at("/credentialSubject/encodedList").asText()).startsWith("uH4s");
  }

  private static String packed(byte[] start, int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(start);
      gzip.write(new byte[length - start.length]);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }
}
