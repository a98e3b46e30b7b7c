package org.vellum.testsupport.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormattingTest {

  @Test
  void every_source_file_is_in_the_one_format() {
    Format format = new Format(Path.of(System.getProperty("vellum.root", "..")));
    assertThat(format.check()).as("not in the format; to fix: " + Format.COMMAND).isEmpty();
  }

  @Test
  void a_file_out_of_format_is_found_and_rewritten(@TempDir Path root) throws Exception {
    Path file = root.resolve("A.java");
    Files.writeString(
        file,
        "import java.util.List;\n"
            + "record A ( Object o ){ boolean b(){return o instanceof A(var x);}}");
    Files.createDirectories(root.resolve("target"));
    Files.writeString(root.resolve("target/Generated.java"), "class   Generated{}");
    Format format = new Format(root);

    assertThat(format.check()).containsExactly(Path.of("A.java"));
    assertThat(format.write()).containsExactly(Path.of("A.java"));
    assertThat(format.check()).isEmpty();
    assertThat(file).content().doesNotContain("import").contains("record A(Object o) {");
  }
}
