package org.vellum.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.vellum.platform.problem.ProblemException;

class BoundedStreamTest {

  private final InputStream stream =
      new BoundedStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4}), 3);

  private static InputStream exact() {
    return new BoundedStream(new ByteArrayInputStream(new byte[] {1, 2, 3}), 3);
  }

  @Test
  void what_is_just_large_enough_is_read_to_its_end() throws IOException {
    assertThat(exact().readAllBytes()).containsExactly(1, 2, 3);
    InputStream bytewise = exact();
    for (int expected : new int[] {1, 2, 3, -1, -1}) {
      assertThat(bytewise.read()).isEqualTo(expected);
    }
  }

  @Test
  void one_byte_more_ends_the_request() throws IOException {
    assertThat(stream.readNBytes(3)).hasSize(3);
    assertTooLarge(stream::read);
    assertTooLarge(() -> over().readAllBytes());
    assertTooLarge(() -> over().read(new byte[10]));
    assertTooLarge(() -> over().transferTo(java.io.OutputStream.nullOutputStream()));
  }

  @Test
  void what_is_skipped_counts() {
    assertTooLarge(() -> over().skip(4));
    assertTooLarge(() -> over().skipNBytes(4));
  }

  @Test
  void nothing_can_be_read_twice() {
    assertThat(stream.markSupported()).isFalse();
    stream.mark(10);
    assertThatThrownBy(stream::reset).isInstanceOf(IOException.class);
  }

  private static InputStream over() {
    return new BoundedStream(new ByteArrayInputStream(new byte[4]), 3);
  }

  private static void assertTooLarge(org.assertj.core.api.ThrowableAssert.ThrowingCallable read) {
    assertThatThrownBy(read)
        .isInstanceOfSatisfying(
            ProblemException.class,
            thrown -> {
              assertThat(thrown.problem().status()).isEqualTo(413);
              assertThat(thrown.problem().detail()).contains("3 bytes");
            });
  }
}
