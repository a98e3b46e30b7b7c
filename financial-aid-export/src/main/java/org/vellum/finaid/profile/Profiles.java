package org.vellum.finaid.profile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The profiles that are shipped: examples, certified by nobody. */
public final class Profiles {
  private static final List<String> NAMES =
      List.of("regent-sbl", "oracle-sfp-safi", "powerfaids-sii", "clearinghouse-d1");

  private Profiles() {}

  /** The names of all of them. */
  public static List<String> names() {
    return NAMES;
  }

  /** All of them. */
  public static List<MappingProfile> list() {
    return NAMES.stream().map(Profiles::get).toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public static MappingProfile get(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException("there is no profile " + name);
    }
    return switch (ProfileReader.read(json(name))) {
      case ProfileReader.Outcome.Read read -> read.profile();
      case ProfileReader.Outcome.Faulty faulty ->
          throw new IllegalStateException(name + ": " + faulty.findings());
    };
  }

  /** The text of one of them, for a school to begin its own with. */
  public static String json(String name) {
    try (InputStream in = Profiles.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalArgumentException("there is no profile " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a resource", e);
    }
  }
}
