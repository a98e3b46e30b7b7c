package org.vellum.credentials.xml;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HardenedXmlTest {
  private final HardenedXml xml = new HardenedXml();

  @Test
  void a_document_type_is_refused_at_its_line_whatever_it_holds() {
    for (String type :
        new String[] {
          "<!DOCTYPE a>",
          "<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'>",
          "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>",
          "<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
        }) {
      Fault fault = faulty("<?xml version='1.0'?>\n" + type + "<a>&e;&c;</a>");
      assertThat(fault.code()).isEqualTo("dtd");
      assertThat(fault.place()).startsWith("2:");
    }
  }

  @Test
  void what_is_not_well_formed_is_told_with_its_line_and_column() {
    Fault fault = faulty("<a>\n  <b>\n</a>");
    assertThat(fault.code()).isEqualTo("not-xml");
    assertThat(fault.place()).startsWith("3:");
    assertThat(faulty("").code()).isEqualTo("not-xml");
    assertThat(faulty("<a>&undeclared;</a>").code()).isEqualTo("not-xml");
    assertThat(faulty("<a b='1' b='2'/>").code()).isEqualTo("not-xml");
    assertThat(faulty("<p:a/>").code()).isEqualTo("not-xml");
  }

  @Test
  void ten_thousand_levels_and_too_many_bytes_are_too_much() {
    String deep = "<a>".repeat(10_000) + "</a>".repeat(10_000);
    assertThat(xml.read(deep.getBytes(UTF_8))).isInstanceOf(XmlRead.TooMuch.class);
    String longName = "<" + "a".repeat(5_000) + "/>";
    assertThat(xml.read(longName.getBytes(UTF_8))).isInstanceOf(XmlRead.TooMuch.class);
    assertThat(new HardenedXml(10).read("<a>12345678</a>".getBytes(UTF_8)))
        .isInstanceOf(XmlRead.TooMuch.class);
  }

  @Test
  void other_encodings_are_read_and_what_is_written_is_read_again() {
    String text = "<a b=\"&lt;&#10;é\">ż\ud83d\ude00&#13; <c xmlns=\"urn:c\"/></a>";
    XmlRead.Parsed read = (XmlRead.Parsed) xml.read(text.getBytes(UTF_16));
    byte[] written = XmlOutput.bytes(read.document());
    XmlRead.Parsed again = (XmlRead.Parsed) xml.read(written);
    assertThat(again.document().isEqualNode(read.document())).isTrue();
  }

  @Test
  void text_that_a_comment_cuts_is_read_as_a_whole() {
    XmlRead.Parsed read = (XmlRead.Parsed) xml.read("<a><b>A<!-- -->+</b></a>".getBytes(UTF_8));
    assertThat(Seen.of(read.document().getDocumentElement()).text("b")).isEqualTo("A+");
  }

  private Fault faulty(String text) {
    return ((XmlRead.Faulty) xml.read(text.getBytes(UTF_8))).fault();
  }
}
