package org.vellum.credentials.jsonld;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of terms.
 *
 * <p>A line is {@code let NAME IRI} (an abbreviation, used as {@code {NAME}}), {@code protected},
 * {@code version 1.1}, {@code vocab IRI}, {@code TERM > IRI} (written as a bare string), or {@code
 * TERM = IRI [as COERCION] [in CONTAINER] [reset]}. Lines indented by two spaces under a term are
 * the context that holds inside it. {@code #} at the start of a line is a comment.
 */
final class TermTableReader {
  private static final Pattern ABBREVIATION = Pattern.compile("\\{([A-Za-z0-9]+)}");

  private final List<String> lines = new ArrayList<>();
  private final Map<String, String> abbreviations = new HashMap<>();
  private int at;

  private TermTableReader(String text) {
    for (String line : text.lines().toList()) {
      if (line.startsWith("let ")) {
        String[] words = line.split(" ", -1);
        abbreviations.put(words[1], words[2]);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
  }

  static TermTable read(String text) {
    TermTableReader reader = new TermTableReader(text);
    TermTable table = reader.table(0);
    if (reader.at < reader.lines.size()) {
      throw new IllegalArgumentException("not a table of terms: " + reader.lines.get(reader.at));
    }
    return table;
  }

  private TermTable table(int depth) {
    Map<String, Term> terms = new LinkedHashMap<>();
    boolean isProtected = false;
    boolean versioned = false;
    String vocabulary = null;
    while (at < lines.size() && depthOf(lines.get(at)) == depth) {
      String[] words = lines.get(at++).strip().split(" +");
      if (words.length == 1 && words[0].equals("protected")) {
        isProtected = true;
      } else if (words.length == 2 && words[0].equals("version")) {
        versioned = true;
      } else if (words.length == 2 && words[0].equals("vocab")) {
        vocabulary = expand(words[1]);
      } else if (terms.put(words[0], term(words, depth)) != null) {
        throw new IllegalArgumentException("term twice in a table: " + words[0]);
      }
    }
    return new TermTable(terms, isProtected, vocabulary, versioned);
  }

  private Term term(String[] words, int depth) {
    if (words.length == 3 && words[1].equals(">")) {
      return new Term(expand(words[2]), true, null, null, null, false);
    }
    if (words.length < 3 || !words[1].equals("=")) {
      throw new IllegalArgumentException("not a term: " + String.join(" ", words));
    }
    boolean hasScope = at < lines.size() && depthOf(lines.get(at)) == depth + 1;
    TermTable scoped = hasScope ? table(depth + 1) : null;
    String coercion = after("as", words);
    boolean reset = words[words.length - 1].equals("reset");
    return new Term(
        expand(words[2]),
        false,
        coercion == null ? null : expand(coercion),
        after("in", words),
        scoped,
        reset);
  }

  private static @Nullable String after(String word, String[] words) {
    for (int i = 3; i < words.length - 1; i++) {
      if (words[i].equals(word)) {
        return words[i + 1];
      }
    }
    return null;
  }

  private String expand(String text) {
    Matcher matcher = ABBREVIATION.matcher(text);
    return matcher.replaceAll(found -> {
      String iri = abbreviations.get(found.group(1));
      if (iri == null) {
        throw new IllegalArgumentException("no such abbreviation: " + found.group());
      }
      return Matcher.quoteReplacement(iri);
    });
  }

  private static int depthOf(String line) {
    int spaces = 0;
    while (line.charAt(spaces) == ' ') {
      spaces++;
    }
    return spaces / 2;
  }
}
