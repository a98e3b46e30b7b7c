package org.vellum.competency.lti.tool;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.vellum.competency.lti.LtiFixture;

/** A platform that is registered here, and the steps of a launch from it. */
final class ToolFixture {
  static final UUID PLATFORM = UUID.fromString("01900000-0000-7000-8000-0000000000f1");

  final LtiFixture lti;

  ToolFixture(LtiFixture lti, SimulatedPlatform platform) {
    this.lti = lti;
    lti.assembly.with(platform.client());
  }

  void registered() {
    LtiPlatform platform =
        new LtiPlatform(
            PLATFORM,
            "LMS",
            SimulatedPlatform.ADDRESS,
            "vellum-1",
            SimulatedPlatform.ADDRESS + "/auth?x=1",
            SimulatedPlatform.ADDRESS + "/token",
            SimulatedPlatform.ADDRESS + "/keys",
            Optional.empty());
    if (!lti.assembly
        .get(RegisterPlatform.class)
        .register(platform, Optional.of("deployment-1"), "registrar")
        .isEmpty()) {
      throw new AssertionError("not registered");
    }
  }

  /** Begins a login; the fields with which the platform is asked who comes. */
  Map<String, String> begun(Map<String, String> asked) {
    return lti.assembly
        .get(BeginLogin.class)
        .begin(asked)
        .map(begun -> query(URI.create(begun.address())))
        .orElse(Map.of());
  }

  Map<String, String> begun() {
    return begun(
        Map.of(
            "iss", SimulatedPlatform.ADDRESS,
            "client_id", "vellum-1",
            "login_hint", "hint",
            "lti_message_hint", "message",
            "target_link_uri", "http://localhost:9080/competency/lti/tool/launch"));
  }

  /** A launch from beginning to end; the course that it makes known. */
  UUID launched() {
    Map<String, String> asked = begun();
    String token =
        SimulatedPlatform.KEY.sign(SimulatedPlatform.launch(asked.getOrDefault("nonce", "")));
    lti.assembly.make(ToolLaunchResource.class).launched(asked.getOrDefault("state", ""), token);
    return lti.assembly.get(Courses.class).list(10, 0).getFirst().id();
  }

  static Map<String, String> query(URI address) {
    Map<String, String> fields = new HashMap<>();
    for (String pair : address.getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }
}
