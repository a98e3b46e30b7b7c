package org.vellum.credentials.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.credentials.Examples;
import org.vellum.credentials.StandardsFiles;

/** What the model writes, and what it does not let anybody write. */
class ModelTest {
  private static final String PUBLISHED =
      "openbadges-3.0/schema/ob_v3p0_achievementcredential_schema.json";
  private static final Criteria CRITERIA = Criteria.of("Do it.");

  static Stream<ThrowingCallable> forbidden() {
    return Stream.of(
        () -> new Criteria(null, null),
        () -> new Criteria("page", null),
        () -> new Image("badge.png", null),
        () -> new Image("not a uri", null),
        () -> new CredentialSchema("schema.json"),
        () -> new Alignment("", "urn:x:1", null, null, null, null),
        () -> new Alignment("Name", "items/1", null, null, null, null),
        () -> new Alignment("Name", "urn:x:1", "CFDocument", null, null, null),
        () -> new Evidence("evidence.pdf", null, null, null, null, null),
        () -> new IdentifierEntry("", "sourcedId"),
        () -> new IdentifierEntry("1", "passport"),
        () -> IdentityObject.plain("", "name"),
        () -> IdentityObject.plain("Ada", "nickname"),
        () -> Result.ofStatus("urn:x:1", "Done"),
        () -> Result.ofValue("score", "1"),
        () -> Result.ofLevel("urn:x:1", "level-2"),
        () -> RubricCriterionLevel.of("level-2", "Mastered", null),
        () -> RubricCriterionLevel.of("urn:x:1", " ", null),
        () -> ResultDescription.builder("urn:x:1", "Score", "Marks").build(),
        () -> ResultDescription.builder("score", "Score", "Percent").build(),
        () -> ResultDescription.builder("urn:x:1", "", "Percent").build(),
        () -> Profile.builder("university").build(),
        () -> Profile.builder("urn:x:1").url("university.example").build(),
        () -> Achievement.builder("a", "Name", "What", CRITERIA).build(),
        () -> Achievement.builder("urn:x:1", "", "What", CRITERIA).build(),
        () -> Achievement.builder("urn:x:1", "Name", " ", CRITERIA).build(),
        () ->
            Achievement.builder("urn:x:1", "Name", "What", CRITERIA)
                .achievementType("Medal")
                .build(),
        () -> AchievementSubject.builder(Examples.achievement(1)).build(),
        () -> AchievementSubject.builder(Examples.achievement(1)).id("ada").build(),
        () -> Examples.badge(1).validUntil(Instant.EPOCH).build());
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void what_the_standard_forbids_cannot_be_made(ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void values_of_ones_own_are_marked_as_extensions() {
    Achievement achievement =
        Achievement.builder("urn:x:1", "Name", "What", CRITERIA)
            .achievementType("ext:Medal")
            .build();

    assertThat(achievement.toJson().get("achievementType").asText()).isEqualTo("ext:Medal");
  }

  @Test
  void what_is_not_said_is_not_written() {
    ObjectNode json = Achievement.builder("urn:x:1", "Name", "What", CRITERIA).build().toJson();

    assertThat(json.propertyStream().map(java.util.Map.Entry::getKey))
        .containsExactly("id", "type", "criteria", "description", "name");
  }

  @Test
  void types_are_arrays_except_where_the_standard_makes_them_scalars() {
    assertThat(new IdentifierEntry("1", "sourcedId").toJson().get("type").isTextual()).isTrue();
    assertThat(IdentityObject.plain("Ada", "name").toJson().get("type").isTextual()).isTrue();
    assertThat(new Image("urn:x:1", null).toJson().get("type").isTextual()).isTrue();
    assertThat(Examples.issuer().toJson().get("type").isArray()).isTrue();
    assertThat(Result.ofValue("urn:x:1", "1").toJson().get("type").isArray()).isTrue();
    assertThat(Examples.subject(1).toJson().get("type").isArray()).isTrue();
  }

  /** The example of Open Badges 2.0, whose rule Open Badges 3.0 keeps. */
  @Test
  void an_identity_is_hashed_with_its_salt_behind_it() {
    IdentityObject identity =
        IdentityObject.hashed("jjefferson18@example.com", "emailAddress", "FleurDeSel");

    assertThat(identity.identityHash()).startsWith("sha256$658625b2").endsWith("f5fc");
    assertThat(identity.hashed()).isTrue();
  }

  @Test
  void a_badge_names_the_extensions_only_when_it_uses_them() {
    assertThat(Examples.badge(1).build().toJson().get("@context")).hasSize(2);
    assertThat(
            Examples.badge(1)
                .credentialSchema(new CredentialSchema("https://x.example/s.json"))
                .build()
                .toJson()
                .get("@context"))
        .hasSize(3);
  }

  @Test
  void lists_given_to_the_model_are_copied() {
    List<String> tags = new java.util.ArrayList<>(List.of("one"));
    Achievement achievement =
        Achievement.builder("urn:x:1", "Name", "What", CRITERIA).tag(tags).build();
    tags.add("two");

    assertThat(achievement.tag()).containsExactly("one");
  }

  @Test
  void the_vocabularies_are_those_of_the_published_schema() {
    ObjectNode schema = StandardsFiles.json(PUBLISHED);

    assertThat(values(schema, "Achievement", "achievementType"))
        .isEqualTo(Vocabulary.ACHIEVEMENT_TYPES);
    assertThat(values(schema, "ResultDescription", "resultType"))
        .isEqualTo(Vocabulary.RESULT_TYPES);
    assertThat(values(schema, "Alignment", "targetType")).isEqualTo(Vocabulary.TARGET_TYPES);
    assertThat(values(schema, "IdentifierEntry", "identifierType"))
        .isEqualTo(Vocabulary.IDENTIFIER_TYPES);
    assertThat(values(schema, "Result", "status")).isEqualTo(Vocabulary.RESULT_STATUSES);
  }

  private static Set<String> values(ObjectNode schema, String type, String member) {
    JsonNode definition = schema.at("/$defs/" + type + "/properties/" + member);
    Set<String> values = new HashSet<>();
    definition
        .findValues("enum")
        .forEach(list -> list.forEach(value -> values.add(value.asText())));
    return values;
  }
}
