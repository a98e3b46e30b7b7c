package org.vellum.competency.mastery.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.vellum.competency.catalogue.change.Findings;
import org.vellum.competency.catalogue.change.Member;
import org.vellum.competency.mastery.model.Bar;
import org.vellum.competency.mastery.model.Policy;
import org.vellum.platform.json.Json;
import org.vellum.platform.problem.Finding;

class PolicyReaderTest {
  private static final Bar BAR = new Bar(new BigDecimal("0.75"), Optional.of("Proficient"));
  private static final Map<String, BigDecimal> LEVELS =
      Map.of("Proficient", new BigDecimal("0.75"), "Beginning", BigDecimal.ZERO);

  static Stream<Policy> policies() {
    return Stream.of(
        new Policy.AnyOne(Optional.empty()),
        new Policy.Latest(Optional.of(BAR)),
        new Policy.OutOf(2, 3, Optional.of(BAR)),
        new Policy.BestOf(4, BAR),
        new Policy.WeightedAverage(2, BAR),
        new Policy.Decaying(30, 1, BAR),
        new Policy.AllCriteria(List.of(new UUID(1, 4_611_686_018_427_387_904L)), BAR),
        new Policy.RollUp(Optional.empty()),
        new Policy.RollUp(Optional.of(3)),
        new Policy.ExactMatch(),
        new Policy.PriorLearning("portfolio", Optional.empty()),
        new Policy.AnyOf(
            List.of(new Policy.OutOf(2, 3, Optional.empty()), new Policy.ExactMatch())));
  }

  @ParameterizedTest
  @MethodSource("policies")
  void what_is_written_is_read_as_it_was(Policy policy) {
    assertThat(PolicyReader.stored(PolicyWriter.json(policy).toString())).isEqualTo(policy);
    assertThat(PolicyWords.of(policy)).endsWith(".");
  }

  private static List<Finding> findings(String json) throws Exception {
    Findings findings = new Findings();
    new PolicyReader(LEVELS).read(new Member(Json.mapper().readTree(json), "/policy", findings));
    return findings.list();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"version\":1,\"kind\":\"moonPhase\"} | kind-unknown | /policy/kind",
        "{\"version\":2,\"kind\":\"rollUp\"} | version-unknown | /policy/version",
        "{\"kind\":\"rollUp\"} | version-unknown | /policy/version",
        "{\"version\":1,\"kind\":\"nOfM\",\"needed\":4,\"of\":3} | more-than-all | /policy/needed",
        "{\"version\":1,\"kind\":\"nOfM\",\"needed\":1.5,\"of\":3} | not-a-count | /policy/needed",
        "{\"version\":1,\"kind\":\"bestOf\",\"count\":2} | missing | /policy/threshold",
        "{\"version\":1,\"kind\":\"latest\",\"threshold\":1.1} | threshold-out-of-range |"
            + " /policy/threshold",
        "{\"version\":1,\"kind\":\"latest\",\"threshold\":0} | threshold-out-of-range |"
            + " /policy/threshold",
        "{\"version\":1,\"kind\":\"latest\",\"level\":\"Godlike\"} | level-unknown | /policy/level",
        "{\"version\":1,\"kind\":\"latest\",\"level\":\"Beginning\"} | level-unknown |"
            + " /policy/level",
        "{\"version\":1,\"kind\":\"latest\",\"treshold\":0.8} | member-unknown | /policy/treshold",
        "{\"version\":1,\"kind\":\"allCriteria\",\"threshold\":0.8} | missing | /policy/criteria",
        "{\"version\":1,\"kind\":\"anyOf\",\"policies\":[{\"kind\":\"exactMatch\"}]} | too-few |"
            + " /policy/policies",
        "{\"version\":1,\"kind\":\"anyOf\",\"policies\":[{\"kind\":\"exactMatch\"},"
            + "{\"kind\":\"anyOf\"}]} | too-deep | /policy/policies/1/kind",
        "[] | version-unknown | /policy/version"
      })
  void a_fault_is_told_with_its_place(String json, String code, String place) throws Exception {
    assertThat(findings(json))
        .anySatisfy(finding -> {
          assertThat(finding.code()).isEqualTo(code);
          assertThat(finding.place()).isEqualTo(place);
        });
  }

  @Test
  void a_level_of_the_rubric_stands_for_its_share() throws Exception {
    Findings findings = new Findings();
    Policy policy =
        new PolicyReader(LEVELS)
            .read(
                new Member(
                    Json.mapper()
                        .readTree("{\"version\":1,\"kind\":\"latest\",\"level\":\"Proficient\"}"),
                    "",
                    findings));

    assertThat(findings.list()).isEmpty();
    assertThat(policy).isEqualTo(new Policy.Latest(Optional.of(BAR)));
  }
}
