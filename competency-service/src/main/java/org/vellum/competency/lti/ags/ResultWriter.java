package org.vellum.competency.lti.ags;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import org.vellum.competency.evaluation.NewestStates.NewestState;
import org.vellum.competency.lti.Addresses;
import org.vellum.competency.lti.LtiLineItem;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Writes a result from the newest score of a learner (AGS 2.0, section 3.3). */
@Component
class ResultWriter {
  private static final String FULLY_GRADED = "fully graded";

  private final Addresses addresses;

  @Inject
  ResultWriter(Addresses addresses) {
    this.addresses = addresses;
  }

  ObjectNode write(NewestState state, LtiLineItem item) {
    String address = addresses.lineItem(item.context(), item.id());
    ObjectNode result = Json.mapper().createObjectNode();
    result
        .put("id", address + "/results/" + state.learner())
        .put("scoreOf", address)
        .put("userId", state.learner().toString());
    if (state.scoreStatus().equals(FULLY_GRADED)) {
      score(state, item).ifPresent(score -> result.put("resultScore", LineItemBody.plain(score)));
    }
    result.put("resultMaximum", LineItemBody.plain(item.scoreMaximum()));
    state.comment().ifPresent(comment -> result.put("comment", comment));
    return result;
  }

  /**
   * From what was sent, so that it is on the line item's scale of today and above it if sent so.
   */
  private static Optional<BigDecimal> score(NewestState state, LtiLineItem item) {
    JsonNode sent = parse(state);
    if (!sent.path("scoreGiven").isNumber() || !sent.path("scoreMaximum").isNumber()) {
      return state.score();
    }
    return Optional.of(
        Score.rescaled(
            sent.path("scoreGiven").decimalValue(),
            sent.path("scoreMaximum").decimalValue(),
            item.scoreMaximum()));
  }

  private static JsonNode parse(NewestState state) {
    try {
      return Json.mapper().readTree(state.payload().text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored payload can be read", e);
    }
  }
}
