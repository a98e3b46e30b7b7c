package org.vellum.credentials.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vellum.credentials.json.Pointer;

/** What of a JSON document its reader does not know by name, and therefore leaves behind. */
public final class Unread {
  private static final int ENOUGH = 1_000;

  private final Set<String> known;
  private final Set<String> opaque;
  private final String why;
  private final List<Loss> losses = new ArrayList<>();

  private Unread(Set<String> known, Set<String> opaque, String why) {
    this.known = known;
    this.opaque = opaque;
    this.why = why;
  }

  /**
   * The members that are not read; of one document at most a thousand are told.
   *
   * @param tree what was read
   * @param known the names of the members that are carried
   * @param opaque those among them whose insides are not looked at
   * @param why a sentence for people, the same for every loss
   */
  public static List<Loss> in(JsonNode tree, Set<String> known, Set<String> opaque, String why) {
    Unread unread = new Unread(known, opaque, why);
    unread.look(tree, Pointer.ROOT);
    return List.copyOf(unread.losses);
  }

  private void look(JsonNode node, Pointer place) {
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      Pointer at = place.child(member.getKey());
      if (!known.contains(member.getKey()) && losses.size() < ENOUGH) {
        losses.add(new Loss(at.toString(), member.getKey(), why));
      } else if (!opaque.contains(member.getKey())) {
        look(member.getValue(), at);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(node.get(i), place.child(i));
    }
  }
}
