package org.vellum.credentials.baking;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vellum.credentials.baking.Pictures.JSON;
import static org.vellum.credentials.baking.Pictures.JWS;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.json.Remark;
import org.w3c.dom.CDATASection;
import org.w3c.dom.Element;

class SvgBadgeTest {
  private static final String SVG =
      "<?xml version=\"1.0\"?><!-- drawn --><svg xmlns=\"http://www.w3.org/2000/svg\""
          + " viewBox=\"0 0 9 9\"><title>A &amp; B</title><style><![CDATA[a > b {}]]></style>"
          + "<path d=\"M0 0 L9 9\"/></svg>";

  private static byte[] baked(String svg, String text, Kind kind) {
    return ((Baking.Baked) Baking.bake(svg.getBytes(UTF_8), text, kind)).image();
  }

  private static BakedBadge.Found found(byte[] image) {
    return (BakedBadge.Found) BakedBadge.extract(image);
  }

  private static String unreadable(String svg) {
    BakedBadge read = BakedBadge.extract(svg.getBytes(UTF_8));
    assertThat(Baking.bake(svg.getBytes(UTF_8), JWS, Kind.OPEN_BADGES_3))
        .isInstanceOf(Baking.Refused.class);
    return ((BakedBadge.Unreadable) read).why().code();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN_BADGES_2", "OPEN_BADGES_3"})
  void what_is_baked_is_found_again(Kind kind) {
    BakedBadge.Found json = found(baked(SVG, JSON, kind));
    BakedBadge.Found jws = found(baked(SVG, JWS, kind));

    assertThat(json).isEqualTo(new BakedBadge.Found(kind, Form.JSON, JSON, List.of()));
    assertThat(jws).isEqualTo(new BakedBadge.Found(kind, Form.COMPACT_JWS, JWS, List.of()));
  }

  @Test
  void json_stands_as_cdata_right_after_the_root() throws Exception {
    SvgDocument svg = SvgDocument.parse(baked(SVG, JSON, Kind.OPEN_BADGES_3));

    Element carrier = (Element) svg.root().getFirstChild();
    assertThat(carrier.getNodeName()).isEqualTo("openbadges:credential");
    assertThat(carrier.getNamespaceURI()).isEqualTo("https://purl.imsglobal.org/ob/v3p0");
    assertThat(carrier.hasAttribute("verify")).isFalse();
    assertThat(carrier.getFirstChild()).isInstanceOf(CDATASection.class);
    assertThat(svg.root().getAttribute("xmlns:openbadges"))
        .isEqualTo("https://purl.imsglobal.org/ob/v3p0");
  }

  @Test
  void a_hosted_assertion_also_says_where_it_is_hosted() throws Exception {
    SvgDocument svg = SvgDocument.parse(baked(SVG, JSON, Kind.OPEN_BADGES_2));

    Element carrier = (Element) svg.root().getFirstChild();
    assertThat(carrier.getNodeName()).isEqualTo("openbadges:assertion");
    assertThat(carrier.getAttribute("verify")).isEqualTo("https://issuer.example/a/1");
  }

  @Test
  void a_jws_stands_in_verify_and_the_body_is_empty() {
    assertThat(new String(baked(SVG, JWS, Kind.OPEN_BADGES_3), UTF_8))
        .contains("<openbadges:credential verify=\"" + JWS + "\"/>");
  }

  @Test
  void the_drawing_stays_what_it_was() {
    String after = new String(baked(SVG, JWS, Kind.OPEN_BADGES_3), UTF_8);

    assertThat(after)
        .contains("<!-- drawn -->")
        .contains("<title>A &amp; B</title><style><![CDATA[a > b {}]]></style>")
        .contains("<path d=\"M0 0 L9 9\"/></svg>");
  }

  @Test
  void baking_again_replaces_whatever_was_baked() {
    byte[] once = baked(SVG, JSON, Kind.OPEN_BADGES_2);
    Baking.Baked twice = (Baking.Baked) SvgBadge.bake(once, JWS, Kind.OPEN_BADGES_3);

    assertThat(twice.remarks()).extracting(Remark::code).containsExactly("replaced");
    assertThat(twice.image()).isEqualTo(baked(SVG, JWS, Kind.OPEN_BADGES_3));
  }

  @Test
  void script_is_carried_and_told() {
    for (String script :
        List.of(
            "<script>alert(1)</script>",
            "<g onload=\"alert(1)\"/>",
            "<a href=\" javascript:alert(1)\"/>",
            "<foreignObject/>")) {
      String svg = SVG.replace("</svg>", script + "</svg>");
      Baking.Baked baking =
          (Baking.Baked) Baking.bake(svg.getBytes(UTF_8), JWS, Kind.OPEN_BADGES_3);

      assertThat(baking.remarks()).extracting(Remark::code).containsExactly("script");
      assertThat(new String(baking.image(), UTF_8)).contains(script.substring(0, 5));
      assertThat(found(baking.image()).remarks())
          .extracting(Remark::code)
          .containsExactly("script");
    }
  }

  @Test
  void a_document_type_is_refused_and_its_entities_with_it() {
    String bomb =
        "<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\">&b;</svg>";
    String file =
        "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
            + "<svg xmlns=\"http://www.w3.org/2000/svg\">&x;</svg>";

    assertThat(unreadable(bomb)).isEqualTo("doctype");
    assertThat(unreadable(file)).isEqualTo("doctype");
  }

  @Test
  void nesting_is_bounded() {
    String deep = "<g>".repeat(20_000) + "</g>".repeat(20_000);

    assertThat(unreadable("<svg xmlns=\"http://www.w3.org/2000/svg\">" + deep + "</svg>"))
        .isEqualTo("too-deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<svg", "<html/>", "<svg/>", "<svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>"})
  void what_is_no_svg_is_refused(String text) {
    assertThat(unreadable(text)).isIn("not-xml", "not-svg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "GIF89a", "{\"a\":\"<svg\"}"})
  void what_is_no_picture_is_told(String text) {
    assertThat(unreadable(text)).isEqualTo("not-an-image");
  }

  @Test
  void a_picture_in_utf_16_is_read() {
    byte[] image = ("\ufeff" + SVG).getBytes(UTF_16LE);

    assertThat(BakedBadge.extract(image)).isEqualTo(new BakedBadge.NoBadge(List.of()));
  }

  @Test
  void a_credential_that_xml_cannot_hold_is_refused() {
    String text = "{\"a\":\"" + '\uffff' + "\"}";

    assertThat(
            ((Baking.Refused) SvgBadge.bake(SVG.getBytes(UTF_8), text, Kind.OPEN_BADGES_2)).why())
        .extracting(Remark::code)
        .isEqualTo("encoding");
  }
}
