package org.vellum.competency.framework.casepackage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A parser that reads no more than so many tokens between two marks: the bytes of a package are
 * bounded, but a tree of a million empty objects is many times larger than its text.
 */
final class BoundedTokens extends JsonParserDelegate {
  private static final int MOST_TOKENS_OF_AN_OBJECT = 200_000;

  private int tokens;

  BoundedTokens(JsonParser parser) {
    super(parser);
  }

  /** Begins to count anew. */
  void mark() {
    tokens = 0;
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    tokens++;
    if (tokens > MOST_TOKENS_OF_AN_OBJECT) {
      throw new StreamConstraintsException(
          "One object holds more than " + MOST_TOKENS_OF_AN_OBJECT + " values.");
    }
    return super.nextToken();
  }
}
