package org.vellum.finaid.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=10-19, 10, 19",
    "bytes=90-200, 90, 99",
    "bytes=95-, 95, 99",
    "bytes=-10, 90, 99",
    "bytes=-500, 0, 99"
  })
  void a_range_is_cut_to_what_is_there(String header, long first, long last) {
    assertThat(ByteRange.of(Optional.of(header), 100))
        .isEqualTo(new ByteRange.Asked.Part(new ByteRange(first, last)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-120", "bytes=-0"})
  void what_is_not_there_is_said_to_be_beyond(String header) {
    assertThat(ByteRange.of(Optional.of(header), 100)).isEqualTo(new ByteRange.Asked.Beyond());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-1,4-5", "lines=1-2", "bytes=5-2", "bytes=-", "bytes=x-1", ""})
  void what_is_not_understood_means_all_of_it(String header) {
    assertThat(ByteRange.of(Optional.of(header), 100)).isEqualTo(new ByteRange.Asked.Whole());
  }

  @Test
  void a_range_is_told_with_the_length_of_the_file() {
    assertThat(new ByteRange(10, 19).of(100)).isEqualTo("bytes 10-19/100");
    assertThat(new ByteRange(10, 19).length()).isEqualTo(10);
  }
}
