package org.vellum.testsupport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class SharedDataTest {

  @Test
  void what_is_present_is_given(@TempDir Path data) throws Exception {
    Files.writeString(data.resolve("schema.json"), "{}");
    assertThat(SharedData.under(data, "schema.json", System.err)).hasContent("{}");
  }

  @Test
  void what_is_absent_skips_the_test_and_names_itself(@TempDir Path data) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream loud = new PrintStream(said, true, UTF_8);
    assertThatThrownBy(() -> SharedData.under(data, "absent.json", loud))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("absent.json");
    assertThat(said.toString(UTF_8)).startsWith("SKIPPED").contains("absent.json");
  }
}
