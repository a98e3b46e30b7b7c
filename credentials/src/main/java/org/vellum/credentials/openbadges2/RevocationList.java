package org.vellum.credentials.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Fields;
import org.vellum.credentials.json.Lenient;
import org.vellum.credentials.json.WireForm;

/**
 * The signed assertions that an issuer took back (Open Badges 2.0, RevocationList).
 *
 * @param id where it is hosted
 * @param issuer the address of the issuer's Profile
 * @param revokedAssertions what was taken back
 */
public record RevocationList(String id, String issuer, List<Entry> revokedAssertions)
    implements WireForm {

  /** Copies the list. */
  public RevocationList {
    revokedAssertions = List.copyOf(revokedAssertions);
  }

  /**
   * One assertion that was taken back.
   *
   * @param id its id; null if it is of before 1.1 and has none
   * @param uid the identifier of an assertion of before 1.1
   * @param reason why, for people
   */
  public record Entry(@Nullable String id, @Nullable String uid, @Nullable String reason)
      implements WireForm {

    /** Checks that the assertion can be told. */
    public Entry {
      if (id == null && uid == null) {
        throw new IllegalArgumentException("a revoked assertion has neither id nor uid");
      }
    }

    /** An assertion by its id. */
    public static Entry of(String id, @Nullable String reason) {
      return new Entry(id, null, reason);
    }

    @Override
    public ObjectNode toJson() {
      return Fields.empty().put("id", id).put("uid", uid).put("revocationReason", reason).node();
    }

    private boolean is(Lenient assertion) {
      return (id != null && id.equals(assertion.text("id")))
          || (uid != null && uid.equals(assertion.text("uid")));
    }
  }

  /**
   * Reads a list: entries are texts or objects, and one that says {@code "revoked": false} was
   * forgiven.
   */
  public static RevocationList read(ObjectNode list) {
    List<Entry> entries = new ArrayList<>();
    JsonNode revoked = list.path("revokedAssertions");
    JsonNode all = revoked.isArray() ? revoked : JsonNodeFactory.instance.arrayNode().add(revoked);
    for (JsonNode each : all) {
      Lenient entry = Lenient.of(each);
      boolean named = entry.text("id") != null || entry.text("uid") != null;
      if (named && (!each.has("revoked") || entry.isTrue("revoked"))) {
        entries.add(new Entry(entry.text("id"), entry.text("uid"), entry.text("revocationReason")));
      }
    }
    Lenient read = Lenient.of(list);
    return new RevocationList(read.text("id", ""), read.object("issuer").text("id", ""), entries);
  }

  /** The entry of an assertion, by its id or its uid; none if it stands. */
  public Optional<Entry> find(ObjectNode assertion) {
    Lenient read = Lenient.of(assertion);
    return revokedAssertions.stream().filter(entry -> entry.is(read)).findFirst();
  }

  @Override
  public ObjectNode toJson() {
    ObjectNode written =
        Fields.empty()
            .put("@context", AssertionWriter.CONTEXT)
            .put("type", "RevocationList")
            .put("id", id)
            .put("issuer", issuer)
            .node();
    written.putArray("revokedAssertions"); // required, also while nothing was taken back
    revokedAssertions.forEach(entry -> written.withArray("revokedAssertions").add(entry.toJson()));
    return written;
  }
}
