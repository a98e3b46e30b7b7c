package org.vellum.finaid.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every vector of every JSON file of a folder: the bundled one, or another by {@code
 * -Dvectors=DIR}, absolute or from the root of the project.
 */
class VectorsTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .build();

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void a_vector_comes_out_as_written(String name, JsonNode vector) {
    check(name, vector);
  }

  @Test
  void an_unknown_kind_of_vector_fails() throws IOException {
    assertThatThrownBy(() ->
            check(
                "new",
                JSON.readTree(
                    "{'id':'X','input':{'moon':1},'expected':{'a':1}}".replace('\'', '"'))))
        .hasMessageContaining("unknown kind of vector");
  }

  @Test
  void a_field_that_no_reader_knows_fails() throws IOException {
    ObjectNode vector = aVector();
    ((ObjectNode) vector.get("expected")).put("moon", 1);
    assertThatThrownBy(() -> check("new", vector)).hasMessageContaining("moon");
  }

  @Test
  void an_input_that_no_reader_knows_fails() throws IOException {
    ObjectNode vector = aVector();
    ((ObjectNode) vector.get("input")).put("moon", 1);
    assertThatThrownBy(() -> check("new", vector)).hasMessageContaining("moon");
  }

  @Test
  void a_wrong_expectation_fails() throws IOException {
    ObjectNode vector = aVector();
    ((ObjectNode) vector.get("expected")).put("percentCompleted", "60.9");
    assertThatThrownBy(() -> check("new", vector)).hasMessageContaining("percentCompleted");
  }

  @Test
  void a_vector_that_expects_nothing_fails() throws IOException {
    ObjectNode vector = aVector();
    vector.putObject("expected");
    assertThatThrownBy(() -> check("new", vector)).hasMessageContaining("compared");
  }

  private static ObjectNode aVector() throws IOException {
    return (ObjectNode)
        JSON.readTree(
            """
            {"id": "X", "input": {"totalDays": 105, "daysCompleted": 64},
             "expected": {"percentCompleted": "61.0"}}
            """);
  }

  private static void check(String name, JsonNode node) {
    Fields vector = new Fields(name, node);
    vector.ignore("id", "name", "citation", "source", "status", "note");
    ObjectNode in = (ObjectNode) vector.node("input").deepCopy();
    vector.find("formula").ifPresent(formula -> in.set("formula", formula));
    Fields input = new Fields(name + ", input", in);
    Fields expected = new Fields(name + ", expected", object(vector.node("expected")));
    vector.complete();
    Kind.of(input).check().accept(input, expected);
    input.complete();
    expected.compared();
  }

  /** A bare number is what a count of weeks is expected to be. */
  private static JsonNode object(JsonNode expected) {
    return expected.isNumber() ? JSON.createObjectNode().set("weeks", expected) : expected;
  }

  static Stream<Arguments> vectors() throws IOException, URISyntaxException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder())) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(files).as("JSON files in " + folder()).isNotEmpty();
    return files.stream().flatMap(VectorsTest::vectorsOf);
  }

  private static Path folder() throws URISyntaxException {
    String named = System.getProperty("vectors", "");
    return named.isBlank()
        ? Path.of(Objects.requireNonNull(VectorsTest.class.getResource("/vectors")).toURI())
        : Path.of(System.getProperty("vellum.root", "..")).resolve(named);
  }

  private static Stream<Arguments> vectorsOf(Path path) {
    try {
      Fields file = new Fields(path.toString(), JSON.readTree(path.toFile()));
      file.ignore("rule", "note", "citation");
      JsonNode vectors = file.node("vectors");
      file.complete();
      assertThat(vectors).as("vectors of " + path).isNotEmpty();
      return StreamSupport.stream(vectors.spliterator(), false)
          .map(vector ->
              Arguments.of(path.getFileName() + " " + vector.path("id").asText(), vector));
    } catch (IOException e) {
      throw new AssertionError("cannot read " + path, e);
    }
  }
}
