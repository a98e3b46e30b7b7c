package org.vellum.credentials.xmldsig;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.xml.HardenedXml;
import org.vellum.credentials.xml.XmlRead;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Judged by the parser of the JDK and Santuario: the same bytes, or no answer. */
class CanonicalScanTest {
  private static final int CASES = 60_000;

  /** Each of these goes through the scan, so that the comparison says something. */
  private static final List<String> KNOWN =
      List.of(
          "<a/>",
          "<a></a>",
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"c\"> x </a>\n",
          "<a c=\"1\" b=\"2\"><b  x=\"&amp;&lt;&quot;>'\"\n y=\"\"/></a>",
          "<a xmlns=\"urn:d\"><b/><c xmlns=\"\"><d/><e xmlns=\"urn:d\"/></c></a>",
          "<p:a xmlns:p=\"urn:p\" xmlns:q=\"urn:q\" xmlns=\"urn:d\"><q:b p:z=\"1\" q:a=\"2\""
              + " z=\"3\"/><b xml:lang=\"en\" a=\"1\" xml:space=\"preserve\"/></p:a>",
          "<a xmlns:p=\"urn:p\"><p:b xmlns:p=\"urn:q\"><p:c/></p:b><p:d xmlns:p=\"urn:p\"/></a>",
          "<a xmlns:z=\"urn:1\" xmlns:b=\"urn:2\"><b z:x=\"1\" b:x=\"2\" x=\"3\"/></a>",
          "<a xmlns:p=\"http://www.x.example/\" xmlns:z=\"http://a.example/\">"
              + "<p:b z:x=\"1\" xml:x=\"2\" p:x=\"3\"/></a>",
          "<a>&quot;&apos;&gt;&lt;&amp;\" ' é Ś 🎓 ﻿</a>",
          "<a><b c=\"1\"> x </b><b c=\"1\">y</b><b c=\"1\"></b><b>z</b><b>z</b></a>",
          "<a xmlns=\"urn:d\"><b c=\"1\">x</b><e xmlns=\"urn:f\"><b c=\"1\">x</b><b"
              + " c=\"1\">y</b></e><b c=\"1\">x</b><b c=\"1\">x</b></a>",
          "<a xmlns:p=\"urn:p\"><p:b p:c=\"1\"><p:b p:c=\"1\">x</p:b><p:b p:c=\"1\">x</p:b>"
              + "<d xmlns:p=\"urn:q\"><p:b p:c=\"1\">x</p:b><p:b p:c=\"1\">x</p:b></d>"
              + "<p:b p:c=\"1\">x</p:b></p:b></a>",
          "<a xmlns=\"urn:d\" xmlns:unused=\"urn:u\" id=\"1\"><b xmlns=\"urn:d\">\n\t</b></a>");

  /** What is put where at random: what the scan knows, what it must not, and what is no XML. */
  private static final List<String> PIECES =
      List.of(
          "<!-- c -->",
          "<![CDATA[<x>]]>",
          "<?p i?>",
          "&#13;",
          "&#x41;",
          "&amp;",
          "&apos;",
          "&lt;",
          "&gt;",
          "&unknown;",
          "\r\n",
          "\r",
          "\t",
          "\n",
          " ",
          "]]>",
          ">",
          "\"",
          "'",
          "=",
          "/",
          "<b/>",
          "<q:b/>",
          "</a>",
          "<b x=\"1\" x=\"2\"/>",
          "<b xmlns:p=\"urn:p\" xmlns:q=\"urn:p\" p:x=\"1\" q:x=\"2\"/>",
          " xmlns=\"\"",
          " xmlns=\"urn:n\"",
          " xmlns:p=\"urn:n\"",
          " xmlns:p=\"\"",
          " xmlns:q=\"relative\"",
          " xmlns:xml=\"urn:n\"",
          " xmlns:p=\"http://www.w3.org/XML/1998/namespace\"",
          " xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"",
          " xmlns:p=\"urn:a&amp;b\"",
          " p:y=\"1\"",
          " y='1'",
          " y=\"a\nb\"",
          " xml:lang=\"de\"",
          "é",
          "\ufffe",
          "\u0001",
          "\u0085",
          "\u2028",
          "<é/>",
          "<xmlns:b/>",
          "<xml:b/>",
          "<!DOCTYPE a>",
          "<?xml version=\"1.0\"?>",
          "x y z");

  @Test
  void what_programs_write_is_canonicalized_as_santuario_does() {
    for (String document : KNOWN) {
      byte[] xml = document.getBytes(UTF_8);

      assertThat(scanned(xml)).as(document).isPresent();
      assertThat(scanned(xml)).as(document).isEqualTo(bySantuario(xml));
    }
  }

  @Test
  void a_document_that_was_changed_at_random_has_the_same_form_or_none() {
    Random random = new Random(20_261_127);
    int answers = 0;
    for (int number = 0; number < CASES; number++) {
      byte[] xml = changed(random);
      Optional<String> scanned = scanned(xml);
      if (scanned.isPresent()) {
        answers++;
        assertThat(scanned).as(new String(xml, UTF_8)).isEqualTo(bySantuario(xml));
      }
    }
    assertThat(answers).isGreaterThan(CASES / 50);
  }

  @Test
  void a_tree_has_the_form_that_santuario_gives_it_and_each_element_in_it_too() {
    Random random = new Random(7);
    int answers = 0;
    for (int number = 0; number < CASES / 2; number++) {
      byte[] xml = changed(random);
      if (new HardenedXml().read(xml) instanceof XmlRead.Parsed parsed) {
        var all = parsed.document().getElementsByTagName("*");
        Node element = all.item(random.nextInt(all.getLength()));
        for (Node apex : List.of(parsed.document(), element)) {
          Optional<byte[]> own = CanonicalTree.bytes(apex, null);
          if (own.isPresent()) {
            answers++;
            assertThat(new String(own.get(), UTF_8))
                .as(new String(xml, UTF_8))
                .isEqualTo(new String(Canonical.bySantuario(apex), UTF_8));
          }
        }
      }
    }
    assertThat(answers).isGreaterThan(CASES / 25);
  }

  @Test
  void a_tree_without_a_node_has_the_form_of_the_tree_from_which_it_was_taken() {
    for (String document : KNOWN) {
      if (new HardenedXml().read(document.getBytes(UTF_8)) instanceof XmlRead.Parsed parsed) {
        var all = parsed.document().getDocumentElement().getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
          Node node = all.item(i);
          byte[] without = CanonicalTree.bytes(parsed.document(), node).orElseThrow();
          Node parent = node.getParentNode();
          Node next = node.getNextSibling();
          parent.removeChild(node);

          assertThat(without).isEqualTo(Canonical.bySantuario(parsed.document()));
          parent.insertBefore(node, next);
        }
      }
    }
  }

  @Test
  void a_tree_that_no_parser_makes_is_left_to_santuario() {
    Document document = HardenedXml.empty();
    Element root = document.createElementNS("urn:t", "t:a"); // and no declaration of t
    document.appendChild(root);
    assertThat(CanonicalTree.bytes(document, null)).isEmpty();

    Document old = HardenedXml.empty();
    old.appendChild(old.createElement("a")); // a name that knows no namespaces
    assertThat(CanonicalTree.bytes(old, null)).isEmpty();

    Document half = HardenedXml.empty();
    half.appendChild(half.createElementNS(null, "a")).appendChild(half.createTextNode("\ud83c"));
    assertThat(CanonicalTree.bytes(half, null)).isEmpty();
  }

  @Test
  void every_byte_and_every_two_bytes_in_text_have_the_same_form_or_none() {
    for (int first = 0; first < 0x100; first++) {
      for (int second = 0; second < 0x100; second += first < 0x80 ? 0x55 : 1) {
        for (String around : List.of("<a>%s</a>", "<a b=\"%s\"/>")) {
          byte[] xml = around.formatted("" + (char) first + (char) second).getBytes(ISO_8859_1);
          Optional<String> scanned = scanned(xml);
          if (scanned.isPresent()) {
            assertThat(scanned).as(first + " " + second).isEqualTo(bySantuario(xml));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "</>",
        "</a>",
        "<a",
        "<a>",
        "<a></b>",
        "<a></a",
        "<a></a><b/>",
        "x<a/>",
        "<a/>x",
        "<a b=1/>",
        "<a b=\"1\"c=\"2\"/>",
        "<a b=\"<\"/>",
        "<a b=\"1\" b=\"2\"/>",
        "<p:a/>",
        "<a p:b=\"1\"/>",
        "<a:b:c/>",
        "<1/>",
        "<a>&</a>",
        "<a>]]></a>",
        "<a xmlns:p=\"urn:p\" xmlns:q=\"urn:p\" p:x=\"1\" q:x=\"2\"/>",
        "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>",
        "<?xml version=\"1.1\"?><a/>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>"
      })
  void what_is_no_document_or_another_has_no_form(String document) {
    assertThat(CanonicalScan.of(document.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void bytes_that_are_not_utf_8_have_no_form() {
    for (String hex : List.of("c080", "eda080", "f4908080", "f8888080", "efbfbe", "c3", "80")) {
      byte[] bytes = ("<a>" + hex + "</a>").getBytes(UTF_8);
      byte[] odd = HexFormat.of().parseHex(hex);
      byte[] xml = Arrays.copyOf(bytes, 3 + odd.length + 4);
      System.arraycopy(odd, 0, xml, 3, odd.length);
      System.arraycopy("</a>".getBytes(UTF_8), 0, xml, 3 + odd.length, 4);

      assertThat(CanonicalScan.of(xml)).as(hex).isEmpty();
    }
  }

  @Test
  void nothing_is_scanned_that_is_deeper_or_wider_than_the_parser_goes() {
    String deep = "<a>".repeat(201) + "</a>".repeat(201);
    StringBuilder wide = new StringBuilder("<a");
    for (int number = 0; number < 201; number++) {
      wide.append(" b").append(number).append("=\"\"");
    }
    String longName = "a".repeat(1_001);

    assertThat(CanonicalScan.of(deep.getBytes(UTF_8))).isEmpty();
    assertThat(CanonicalScan.of(wide.append("/>").toString().getBytes(UTF_8))).isEmpty();
    assertThat(CanonicalScan.of(("<" + longName + "/>").getBytes(UTF_8))).isEmpty();
    assertThat(CanonicalScan.of(deep.substring(3, deep.length() - 4).getBytes(UTF_8))).isPresent();
  }

  private static byte[] changed(Random random) {
    StringBuilder text = new StringBuilder(KNOWN.get(random.nextInt(KNOWN.size())));
    for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
      int at = random.nextInt(text.length() + 1);
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(3)));
        case 1 -> {
          String other = KNOWN.get(random.nextInt(KNOWN.size()));
          int from = random.nextInt(other.length());
          text.insert(at, other, from, Math.min(other.length(), from + random.nextInt(30)));
        }
        default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    return text.toString().getBytes(UTF_8);
  }

  private static Optional<String> scanned(byte[] xml) {
    return CanonicalScan.of(xml)
        .map(scan -> {
          String all = new String(scan.written(), scan.begin(), scan.length(), UTF_8);
          assertThat(new String(scan.written(), scan.begin(), scan.endTag(), UTF_8) + lastTag(all))
              .isEqualTo(all);
          return all;
        });
  }

  private static String lastTag(String canonical) {
    return canonical.substring(canonical.lastIndexOf("</"));
  }

  private static Optional<String> bySantuario(byte[] xml) {
    return new HardenedXml().read(xml) instanceof XmlRead.Parsed parsed
        ? Optional.of(new String(Canonical.bySantuario(parsed.document()), UTF_8))
        : Optional.empty();
  }
}
