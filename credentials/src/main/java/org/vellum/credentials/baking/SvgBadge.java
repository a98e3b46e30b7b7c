package org.vellum.credentials.baking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.XMLConstants;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.Remark;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * Credentials in SVG pictures: the first child of the root, {@code openbadges:credential} (Open
 * Badges 3.0) or {@code openbadges:assertion} (2.0), with a JWS in its attribute {@code verify} or
 * JSON as CDATA in its body.
 */
public final class SvgBadge {
  private static final String PREFIX = "openbadges";

  private SvgBadge() {}

  /**
   * Bakes a credential into a picture of at most 10 MB. A credential that is already there, of
   * whichever standard, is replaced. The result is UTF-8; scripts in the picture are kept as they
   * are and told.
   *
   * @param image an SVG without a document type
   * @param credential a JSON object or a compact JWS
   * @param kind the standard that the credential is of; a CLR is refused
   * @return the picture, or why not
   */
  public static Baking bake(byte[] image, String credential, Kind kind) {
    try {
      CredentialText.require(credential, kind);
      requireXml(credential);
      SvgDocument svg = SvgDocument.parse(image);
      List<Remark> remarks = new ArrayList<>(active(svg));
      for (Element old : carriers(svg)) {
        old.getParentNode().removeChild(old);
        remarks.add(new Remark("replaced", "", "a credential was there already"));
      }
      insert(svg, credential, kind);
      return new Baking.Baked(svg.serialize(), remarks);
    } catch (DamagedImageException e) {
      return new Baking.Refused(e.why());
    }
  }

  /** Takes the credential out of a picture; of several the newest standard's first. */
  public static BakedBadge extract(byte[] image) {
    try {
      SvgDocument svg = SvgDocument.parse(image);
      List<Remark> remarks = new ArrayList<>(active(svg));
      List<Element> carriers = carriers(svg);
      if (carriers.size() > 1) {
        remarks.add(
            new Remark("second-credential", "", "the picture carries more than one credential"));
      }
      return carriers.stream()
          .min((a, b) -> kind(a).orElseThrow().compareTo(kind(b).orElseThrow()))
          .<BakedBadge>map(carrier -> found(carrier, remarks))
          .orElseGet(() -> new BakedBadge.NoBadge(remarks));
    } catch (DamagedImageException e) {
      return new BakedBadge.Unreadable(e.why());
    }
  }

  private static BakedBadge found(Element carrier, List<Remark> remarks) {
    // With a body, verify is only the address at which a hosted assertion is verified.
    String body = carrier.getTextContent().strip();
    String text = body.isEmpty() ? carrier.getAttribute("verify").strip() : body;
    return new BakedBadge.Found(kind(carrier).orElseThrow(), Form.of(text), text, remarks);
  }

  private static void insert(SvgDocument svg, String credential, Kind kind) {
    Element root = svg.root();
    root.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + PREFIX, kind.namespace());
    Element carrier = svg.tree().createElementNS(kind.namespace(), PREFIX + ":" + kind.element());
    if (Form.of(credential) == Form.COMPACT_JWS) {
      carrier.setAttribute("verify", credential.strip());
    } else {
      if (kind == Kind.OPEN_BADGES_2) {
        hostedAt(credential).ifPresent(url -> carrier.setAttribute("verify", url));
      }
      for (String part : cdata(credential)) {
        carrier.appendChild(svg.tree().createCDATASection(part));
      }
    }
    root.insertBefore(carrier, root.getFirstChild());
  }

  /** The address of a hosted assertion: verify.url as 1.1 wrote it, or the assertion's id. */
  private static Optional<String> hostedAt(String credential) {
    if (!(CredentialText.json(credential) instanceof JsonRead.Parsed parsed)) {
      return Optional.empty();
    }
    JsonNode assertion = parsed.object();
    String url = assertion.path("verify").path("url").asText(assertion.path("id").asText());
    return Optional.of(url).filter(text -> Form.of(text) == Form.ADDRESS);
  }

  /** The parts in which a text can stand in CDATA, which may not contain its own end. */
  private static List<String> cdata(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf("]]>"); at >= 0; at = text.indexOf("]]>", at + 1)) {
      parts.add(text.substring(from, at + 2));
      from = at + 2;
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static void requireXml(String text) throws DamagedImageException {
    boolean xml =
        text.codePoints()
            .allMatch(c ->
                (c >= 0x20 && c <= 0xd7ff)
                    || (c >= 0xe000 && c <= 0xfffd)
                    || c >= 0x10000
                    || c == '\t'
                    || c == '\n'
                    || c == '\r');
    if (!xml) {
      throw new DamagedImageException(
          "encoding", "", "the credential has a character that XML cannot hold");
    }
  }

  private static List<Element> carriers(SvgDocument svg) {
    return svg.elements().stream().filter(element -> kind(element).isPresent()).toList();
  }

  private static Optional<Kind> kind(Element element) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.namespace().equals(element.getNamespaceURI()))
        .filter(kind -> kind.element().equals(element.getLocalName()))
        .findFirst();
  }

  /** What a browser that shows the picture could execute or embed. */
  private static List<Remark> active(SvgDocument svg) {
    boolean active = svg.elements().stream().anyMatch(SvgBadge::isActive);
    return active
        ? List.of(
            new Remark(
                "script",
                "",
                "the picture contains script or foreign content; show it only as an image"))
        : List.of();
  }

  private static boolean isActive(Element element) {
    String name = element.getLocalName().toLowerCase(Locale.ROOT);
    if (name.equals("script") || name.equals("foreignobject") || name.equals("handler")) {
      return true;
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      String value = attribute.getValue().strip().toLowerCase(Locale.ROOT);
      if (attribute.getName().toLowerCase(Locale.ROOT).startsWith("on")
          || value.startsWith("javascript:")) {
        return true;
      }
    }
    return false;
  }
}
