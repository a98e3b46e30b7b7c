package org.vellum.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vellum.platform.fetch.FetchConfiguration;
import org.vellum.platform.signing.SigningConfiguration;
import org.vellum.testsupport.GeneratedSection;

class ConfigurationReferenceTest {
  private static final Path ROOT = Path.of(System.getProperty("vellum.root", ".."));
  private static final Pattern VARIABLE =
      Pattern.compile("(?:\\$\\{|variable name=\")(vellum\\.[a-z.-]*[a-z])[}\"]");

  record Example(
      @Key(name = "vellum.example.size", meaning = "Small | large.", defaultValue = "7") int size,
      @Key(name = "vellum.example.note", meaning = "A note.", defaultValue = "") String note,
      @Key(name = "vellum.example.secret", meaning = "A secret.") String secret) {}

  @Test
  void a_table_tells_key_type_default_and_meaning() {
    assertThat(ConfigurationReference.table(List.of(Example.class)))
        .isEqualTo(
            """
            | key | type | default | meaning |
            |---|---|---|---|
            | `vellum.example.size` | whole number | `7` | Small \\| large. |
            | `vellum.example.note` | text | empty | A note. |
            | `vellum.example.secret` | text | none: must be set | A secret. |
            """);
  }

  @Test
  void the_reference_tells_every_key_of_the_platform() throws IOException {
    GeneratedSection.of("docs/configuration.md", "platform")
        .is(
            ConfigurationReference.table(
                List.of(
                    PlatformConfiguration.class,
                    SigningConfiguration.class,
                    FetchConfiguration.class)));
    assertThat(GeneratedSection.sourcesWith("@Key("))
        .containsExactlyInAnyOrder(
            PlatformConfiguration.class.getSimpleName(),
            SigningConfiguration.class.getSimpleName(),
            FetchConfiguration.class.getSimpleName());
  }

  @Test
  void the_reference_tells_every_variable_of_the_server_and_no_other() throws IOException {
    String server = Files.readString(ROOT.resolve("ear/src/main/liberty/config/server.xml"));
    Set<String> known =
        VARIABLE
            .matcher(server)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known).hasSizeGreaterThan(15);
    String told = Files.readString(ROOT.resolve("docs/configuration.md"));
    String section =
        told.substring(told.indexOf("## The server"), told.indexOf("## The application"));
    Set<String> rows =
        Pattern.compile("^\\| `(vellum[^`]*)` \\|", Pattern.MULTILINE)
            .matcher(section)
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(known);
  }

  @Test
  void every_default_of_the_server_is_told_as_it_is() throws IOException {
    String server = Files.readString(ROOT.resolve("ear/src/main/liberty/config/server.xml"));
    String told = Files.readString(ROOT.resolve("docs/configuration.md"));
    Pattern.compile("<variable name=\"(vellum[^\"]*)\" defaultValue=\"([^\"$]*)\"/>")
        .matcher(server)
        .results()
        .forEach(match -> {
          String value = match.group(2).isEmpty() ? "empty" : "`" + match.group(2) + "`";
          assertThat(told).contains("| `" + match.group(1) + "` | " + value + " |");
        });
  }
}
