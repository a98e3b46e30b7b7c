package org.vellum.credentials.json;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A place in a JSON document (RFC 6901), grown from its root and written out only when asked for.
 */
public final class Pointer {
  /** The whole document. */
  public static final Pointer ROOT = new Pointer(null, "", 0);

  private final @Nullable Pointer parent;
  private final String token;
  private final int depth;

  private Pointer(@Nullable Pointer parent, String token, int depth) {
    this.parent = parent;
    this.token = token;
    this.depth = depth;
  }

  /** The place of a member. */
  public Pointer child(String name) {
    return new Pointer(this, name, depth + 1);
  }

  /** The place of an item. */
  public Pointer child(int index) {
    return child(Integer.toString(index));
  }

  /** How many steps it is from the root. */
  public int depth() {
    return depth;
  }

  /** The pointer as RFC 6901 writes it; empty for the whole document. */
  @Override
  public String toString() {
    Deque<String> tokens = new ArrayDeque<>();
    for (Pointer at = this; at.parent != null; at = at.parent) {
      tokens.push(at.token.replace("~", "~0").replace("/", "~1"));
    }
    return tokens.isEmpty() ? "" : "/" + String.join("/", tokens);
  }
}
