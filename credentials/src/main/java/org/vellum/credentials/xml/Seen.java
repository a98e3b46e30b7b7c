package org.vellum.credentials.xml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Loss;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * An element under the eyes of a reader. Names are local names, because versions of a format differ
 * in their namespaces. What is asked for is marked as seen; {@link #unseen} lists the rest.
 */
public final class Seen {
  private static final int ENOUGH = 1_000;
  private static final String NOT_READ = "a learner record has no place for it";

  private final Element element;
  private final Set<Node> marks;

  private Seen(Element element, Set<Node> marks) {
    this.element = element;
    this.marks = marks;
    marks.add(element);
  }

  /** Begins at the document element, or at any other. */
  public static Seen of(Element element) {
    return new Seen(element, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  /** Whether an element's local name is this one. */
  public boolean is(String name) {
    return name.equals(name(element));
  }

  /** The first child of a name. */
  public Optional<Seen> child(String name) {
    return children(name).stream().findFirst();
  }

  /** Children of a name, in order. */
  public List<Seen> children(String name) {
    return elements(element).stream()
        .filter(each -> name.equals(name(each)))
        .map(each -> new Seen(each, marks))
        .toList();
  }

  /** The text of the first child of a name, stripped; null if there is none or it is empty. */
  public @Nullable String text(String name) {
    Optional<Element> first =
        elements(element).stream().filter(each -> name.equals(name(each))).findFirst();
    return first.map(each -> new Seen(each, marks).content()).orElse(null);
  }

  /** The day in the first child of a name, as ISO 8601; null if there is none, or it is no day. */
  public @Nullable String date(String name) {
    String text = text(name);
    try {
      // xs:date may carry a time zone, which a day of a record has not.
      return text == null || text.length() < 10
          ? null
          : LocalDate.parse(text.substring(0, 10)).toString();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The instant in the first child of a name; one without a zone is taken for UTC. */
  public @Nullable Instant instant(String name) {
    String text = text(name);
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return withoutZone(String.valueOf(text));
    }
  }

  private static @Nullable Instant withoutZone(String text) {
    try {
      return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The number in the first child of a name; null if there is none, or it is no number. */
  public @Nullable BigDecimal number(String name) {
    String text = text(name);
    try {
      return text == null || text.length() > 100 ? null : new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** This element's own text, stripped; null if it is empty. */
  public @Nullable String content() {
    StringBuilder text = new StringBuilder();
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      boolean isText =
          each.getNodeType() == Node.TEXT_NODE || each.getNodeType() == Node.CDATA_SECTION_NODE;
      if (isText) {
        text.append(each.getNodeValue());
      }
    }
    String stripped = text.toString().strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /** An attribute; null if it is absent. */
  public @Nullable String attribute(String name) {
    Attr attribute = element.getAttributeNode(name);
    return attribute == null ? null : attribute.getValue().strip();
  }

  /** The language of this element's text, if it is given. */
  public @Nullable String language() {
    String language = element.getAttributeNS("http://www.w3.org/XML/1998/namespace", "lang");
    return language.isEmpty() ? null : language;
  }

  /** Another element of the document, which is marked as seen too. */
  public Seen at(Element other) {
    return new Seen(other, marks);
  }

  /** Marks this element and everything in it. */
  public void markAll() {
    markAll(element);
  }

  /** The element itself. */
  public Element element() {
    return element;
  }

  /** The topmost elements that nobody asked for, in order; at most a thousand are told. */
  public List<Loss> unseen() {
    List<Loss> losses = new ArrayList<>();
    unseen(element, losses);
    return losses;
  }

  private void unseen(Element parent, List<Loss> losses) {
    for (Element each : elements(parent)) {
      if (losses.size() >= ENOUGH) {
        return;
      }
      if (marks.contains(each)) {
        unseen(each, losses);
      } else {
        losses.add(new Loss(place(each), name(each), NOT_READ));
      }
    }
  }

  private void markAll(Element from) {
    marks.add(from);
    elements(from).forEach(this::markAll);
  }

  /** An XPath of local names with positions, such as {@code /elmo/report[1]/issuer}. */
  public static String place(Element element) {
    Node parent = element.getParentNode();
    if (!(parent instanceof Element above)) {
      return "/" + name(element);
    }
    int position = 0;
    int alike = 0;
    for (Node each = above.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element other && name(other).equals(name(element))) {
        alike++;
        position = other.isSameNode(element) ? alike : position;
      }
    }
    String step = "/" + name(element);
    return place(above) + (alike == 1 ? step : step + "[" + position + "]");
  }

  /** The child elements of an element. */
  public static List<Element> elements(Element parent) {
    List<Element> elements = new ArrayList<>();
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element child) {
        elements.add(child);
      }
    }
    return elements;
  }

  private static String name(Element element) {
    String local = element.getLocalName();
    return local == null ? element.getTagName() : local;
  }
}
