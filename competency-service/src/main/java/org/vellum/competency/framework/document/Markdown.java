package org.vellum.competency.framework.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes an outline as Markdown (CommonMark). Statements may themselves hold Markdown and LaTeX
 * (CASE 1.1, implementation guide), which stays; HTML, links that run something, and what would end
 * the list in which a statement stands, do not.
 */
final class Markdown {
  private static final Pattern BLOCK =
      Pattern.compile("^(\\s*)([#>=|~`*+-]|\\d{1,9}[.)])", Pattern.MULTILINE);
  private static final Pattern SCHEME =
      Pattern.compile("\\]\\(\\s*(?!https?:)[a-z][a-z0-9+.-]*:", Pattern.CASE_INSENSITIVE);

  private Markdown() {}

  static String of(Outline outline) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(line(outline.title())).append("\n\n");
    for (Outline.Fact fact : outline.facts()) {
      out.append("- **").append(line(fact.name())).append(":** ");
      out.append(line(fact.value())).append('\n');
    }
    for (Outline.Section section : outline.sections()) {
      out.append("\n## ").append(line(section.heading())).append("\n\n");
      section.entries().forEach(entry -> entry(entry, out));
    }
    return out.toString();
  }

  private static void entry(Outline.Entry entry, StringBuilder out) {
    String indent = "  ".repeat(entry.level());
    out.append(indent).append("- ");
    if (!entry.label().isEmpty()) {
      out.append("**").append(line(entry.label())).append("** ");
    }
    out.append(text(entry.text(), indent + "  ")).append('\n');
    if (!entry.note().isEmpty()) {
      out.append('\n').append(indent).append("  ");
      out.append(text(entry.note(), indent + "  ")).append("\n\n");
    }
  }

  /** A text of one line. */
  private static String line(String text) {
    return text(text, "").replace('\n', ' ');
  }

  /** A text whose lines stay in the list item in which they begin. */
  private static String text(String text, String indent) {
    String safe = text.strip().replace("\r\n", "\n").replace('\r', '\n').replace("<", "&lt;");
    safe = SCHEME.matcher(safe).replaceAll("](");
    safe =
        BLOCK
            .matcher(safe)
            .replaceAll(
                found -> Matcher.quoteReplacement(found.group(1) + escaped(found.group(2))));
    return safe.replaceAll("\n\\s*\n+", "\n").replace("\n", "\n" + indent);
  }

  private static String escaped(String mark) {
    int last = mark.length() - 1;
    return mark.substring(0, last) + "\\" + mark.charAt(last);
  }
}
