package org.vellum.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizesTest {

  private static final String EXCUSE =
      "@ArchitectureException(rule = \"size\", reason = \"follows the clauses of 4.4.3\")\n";

  @TempDir private Path folder;

  @Test
  void a_file_at_the_limit_passes_and_one_line_more_does_not() throws Exception {
    write("AtLimit", "class AtLimit {" + "\n".repeat(299) + "}\n");
    write("Over", "class Over {" + "\n".repeat(300) + "}\n");
    write("Excused", EXCUSE + "class Excused {" + "\n".repeat(300) + "}\n");
    assertThat(Sizes.of(folder).tooLong()).containsExactly("Over.java has 301 lines; at most 300");
  }

  @Test
  void a_method_at_the_limit_passes_and_one_line_more_does_not() throws Exception {
    String javadoc = "/**\n *\n */\n";
    String atLimit = javadoc + "void atLimit() {" + "\n".repeat(39) + "}\n";
    String over = "void over() {" + "\n".repeat(40) + "}\n";
    String excused = EXCUSE + "void excused() {" + "\n".repeat(40) + "}\n";
    write("A", "class A {\n" + atLimit + over + excused + "}\n");
    assertThat(Sizes.of(folder).tooLong())
        .containsExactly("A.java, method over has 41 lines; at most 40");
  }

  @Test
  void an_exception_from_another_rule_does_not_excuse() throws Exception {
    String other = EXCUSE.replace("\"size\"", "\"time\"");
    write("A", other + "class A {" + "\n".repeat(300) + "}\n");
    assertThat(Sizes.of(folder).tooLong()).hasSize(1);
  }

  @Test
  void the_percentiles_are_those_of_the_nearest_rank() throws Exception {
    for (int lines = 1; lines <= 10; lines++) {
      write("A" + lines, "class A" + lines + " {" + "\n".repeat(lines - 1) + "}\n");
    }
    assertThat(Sizes.of(folder).percentiles())
        .isEqualTo("files: 10, p50 5, p90 9, max 10; methods: none");
  }

  @Test
  void a_folder_that_does_not_exist_has_no_files() {
    assertThat(Sizes.of(folder.resolve("absent")).fileCount()).isZero();
  }

  private void write(String name, String source) throws Exception {
    Files.writeString(folder.resolve(name + ".java"), source);
  }
}
