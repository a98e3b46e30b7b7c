package org.vellum.credentials.pesc;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.xml.Branch;
import org.vellum.credentials.xml.Seen;
import org.vellum.credentials.xml.XmlText;

/**
 * Texts that stand in an element's notes, each after its label. A note has 80 characters; what is
 * longer goes on in the notes that follow and begin with a blank.
 */
final class Notes {
  static final String ELEMENT = "NoteMessage";

  /** A text longer than this is cut, and the rest is lost. */
  private static final int LONGEST = 8_000;

  private static final Pattern LABELLED = Pattern.compile("(?s)([A-Z][a-z ]{1,30}): (.*)");
  private static final Pattern NUMBERED = Pattern.compile("(?s)([0-9]{1,9}) (.*)");

  private final Map<String, List<String>> texts = new LinkedHashMap<>();
  private final List<String> free = new ArrayList<>();

  private Notes() {}

  /** Writes a text; nothing if there is none. */
  static void write(Branch to, String label, @Nullable Object text) {
    if (text == null) {
      return;
    }
    String rest = XmlText.atMost(XmlText.allowed(text.toString()), LONGEST);
    String start = label + ": ";
    do {
      String part = XmlText.atMost(rest, Pesc.NOTE - start.length());
      to.text(ELEMENT, start + part);
      rest = rest.substring(part.length());
      start = " ";
    } while (!rest.isEmpty());
  }

  /** Writes an identifier with the position of what it names, which PESC may move. */
  static void write(Branch to, String label, int position, String id) {
    write(to, label, position + " " + id);
  }

  /**
   * Reads the notes of an element.
   *
   * @param labels whether labels are looked for; else every note is free
   */
  static Notes of(Seen from, boolean labels) {
    Notes notes = new Notes();
    List<String> open = notes.free;
    for (Seen each : from.children(ELEMENT)) {
      // Not stripped: a text may be cut between two words.
      String text = each.element().getTextContent();
      Matcher labelled = LABELLED.matcher(text);
      if (labels && labelled.matches()) {
        open = notes.texts.computeIfAbsent(labelled.group(1), label -> new ArrayList<>());
        open.add(labelled.group(2));
      } else if (labels && text.startsWith(" ") && !open.isEmpty()) {
        open.set(open.size() - 1, open.getLast() + text.substring(1));
      } else {
        notes.free.add(text.strip());
        open = notes.free;
      }
    }
    return notes;
  }

  /** Whether an element has a note with this label; marks nothing as read. */
  static boolean has(Seen from, String label) {
    return Seen.elements(from.element()).stream()
        .filter(each -> ELEMENT.equals(each.getLocalName()))
        .anyMatch(each -> each.getTextContent().startsWith(label + ": "));
  }

  @Nullable String text(String label) {
    List<String> all = all(label);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** An instant as ISO 8601; null if there is none, or it is no instant. */
  @Nullable String instant(String label) {
    String text = text(label);
    try {
      return text == null ? null : Instant.parse(text).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** A day as ISO 8601; null if there is none, or it is no day. */
  @Nullable String date(String label) {
    String text = text(label);
    try {
      return text == null ? null : LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  List<String> all(String label) {
    return texts.getOrDefault(label, List.of());
  }

  /** What was written with a position. */
  @Nullable Numbered numbered(String label) {
    String text = text(label);
    Matcher matcher = NUMBERED.matcher(text == null ? "" : text);
    return matcher.matches()
        ? new Numbered(Integer.parseInt(matcher.group(1)), matcher.group(2))
        : null;
  }

  /** The notes without a label, a line each; null if there are none. */
  @Nullable String free() {
    return free.isEmpty() ? null : String.join("\n", free);
  }

  /** An identifier and the position of what it names. */
  record Numbered(int position, String id) {}
}
