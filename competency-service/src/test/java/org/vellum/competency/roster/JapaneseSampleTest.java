package org.vellum.competency.roster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.vellum.platform.json.Json;
import org.vellum.platform.persistence.Schemas;
import org.vellum.testsupport.SharedData;
import org.vellum.testsupport.TestDatabase;

/**
 * The sample of the Japanese profile is JSON of the REST binding: its objects are written here as
 * that profile's CSV files have them. It names a parent organisation, a course and no term, and
 * holds none of them, so those rows are made up.
 */
class JapaneseSampleTest {
  @RegisterExtension
  static final TestDatabase database =
      TestDatabase.migratedBy(Schemas::migrate, "platform", "competency");

  private final RosterFixture fixture = new RosterFixture(database);

  @TempDir Path folder;

  @Test
  void the_sample_of_the_japanese_profile_is_taken_in() throws Exception {
    RosterReport report = fixture.imported(withPeople(school()), folder);

    assertThat(report.errors()).isZero();
    assertThat(report.learners()).isEqualTo(1);
    JsonNode user = first("users");
    assertThat(fixture.roster.findLearner(text(user, "/sourcedId")).orElseThrow().username())
        .isEqualTo(text(user, "/username"));
  }

  private static RosterZip school() throws IOException {
    JsonNode group = first("classes");
    return RosterZip.empty()
        .with(
            "orgs",
            "name,type,identifier,parentSourcedId",
            row(first("orgs"), "/name", "/type", "/identifier", "/parent/sourcedId"),
            first("orgs").at("/parent/sourcedId").asText() + ",,,教育委員会,district,,")
        .with(
            "academicSessions",
            "title,type,startDate,endDate,parentSourcedId,schoolYear",
            "y,,,2023年度,schoolYear,2023-04-01,2024-04-01,,2023")
        .with(
            "courses",
            "title,orgSourcedId",
            group.at("/course/sourcedId").asText() + ",,,国語," + text(group, "/school/sourcedId"))
        .with(
            "classes",
            "title,classCode,classType,courseSourcedId,schoolSourcedId,"
                + "metadata.jp.specialNeeds,termSourcedIds",
            row(
                    group,
                    "/title",
                    "/classCode",
                    "/classType",
                    "/course/sourcedId",
                    "/school/sourcedId",
                    "/metadata/jp/specialNeeds")
                + ",y");
  }

  private static RosterZip withPeople(RosterZip school) throws IOException {
    return school
        .with(
            "users",
            "enabledUser,username,givenName,familyName,metadata.jp.kanaGivenName",
            row(
                first("users"),
                "/enabledUser",
                "/username",
                "/givenName",
                "/familyName",
                "/metadata/jp/kanaGivenName"))
        .with(
            "enrollments",
            "classSourcedId,schoolSourcedId,userSourcedId,role",
            row(
                first("enrollments"),
                "/class/sourcedId",
                "/school/sourcedId",
                "/user/sourcedId",
                "/role"));
  }

  private static JsonNode first(String name) throws IOException {
    Path sample = SharedData.path("oneroster-1.2/sample-japan-v1p2");
    return Json.mapper().readTree(sample.resolve(name + ".json").toFile()).get(name).get(0);
  }

  private static String row(JsonNode object, String... pointers) {
    return text(object, "/sourcedId")
        + ",,,"
        + Stream.of(pointers)
            .map(pointer -> text(object, pointer))
            .collect(Collectors.joining(","));
  }

  private static String text(JsonNode object, String pointer) {
    return object.at(pointer).asText();
  }
}
