package org.vellum.credentials.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.vellum.credentials.rdfc.Dataset;

/** Numbers and truth values as literals (JSON-LD 1.1 API, section 8.2.2). */
final class CompiledScalars {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String DOUBLE = XSD + "double";
  private static final byte[] END_OF_DOUBLE = Dataset.endOf(DOUBLE, null);
  private static final byte[] END_OF_INTEGER = Dataset.endOf(XSD + "integer", null);
  private static final byte[] END_OF_BOOLEAN = Dataset.endOf(XSD + "boolean", null);
  private static final long TOO_LARGE = 1L << 53;

  private CompiledScalars() {}

  /** The literal; gives up on a number that implementations write in different ways. */
  static int literal(Dataset dataset, CompiledTerm term, JsonNode value) {
    boolean typed = term.strings() == CompiledTerm.Strings.TYPED;
    boolean text = term.strings() == CompiledTerm.Strings.TEXT;
    if (!(typed || text) || DOUBLE.equals(term.datatype())) {
      throw new GaveUp();
    }
    if (value.isBoolean()) {
      String truth = value.booleanValue() ? "true" : "false";
      return dataset.literal(truth, typed ? term.literalEnd() : END_OF_BOOLEAN);
    }
    if (!value.isNumber()) {
      throw new GaveUp();
    }
    if (value.isInt() || value.isLong()) {
      long whole = value.longValue();
      if (whole >= TOO_LARGE || whole <= -TOO_LARGE) {
        throw new GaveUp();
      }
      return dataset.literal(Long.toString(whole), typed ? term.literalEnd() : END_OF_INTEGER);
    }
    if ((value.isDouble() || value.isFloat()) && !Double.isFinite(value.doubleValue())) {
      throw new GaveUp();
    }
    return number(dataset, term, typed, value.decimalValue());
  }

  private static int number(Dataset dataset, CompiledTerm term, boolean typed, BigDecimal number) {
    if (!Scalars.isSafe(number)) {
      throw new GaveUp();
    }
    byte[] own = Numerals.isWhole(number) ? END_OF_INTEGER : END_OF_DOUBLE;
    return dataset.literal(Numerals.lexical(number), typed ? term.literalEnd() : own);
  }
}
