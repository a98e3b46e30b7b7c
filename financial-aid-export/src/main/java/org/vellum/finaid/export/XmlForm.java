package org.vellum.finaid.export;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** XML by {@code ntpx-1.0.xsd}: an element for each record, with an element for each value. */
final class XmlForm implements RecordForm {
  static final String NAMESPACE = "urn:vellum:ntpx:1.0";

  private static final byte[] LESS = ascii("&lt;");
  private static final byte[] GREATER = ascii("&gt;");
  private static final byte[] AND = ascii("&amp;");

  private final Entity entity;
  private final byte[] start;
  private final byte[] end;
  private final byte[][] starts;
  private final byte[][] ends;

  XmlForm(Entity entity) {
    this.entity = entity;
    this.start = ascii("<" + entity.element() + ">");
    this.end = ascii("</" + entity.element() + ">\n");
    this.starts = new byte[entity.columns().size()][];
    this.ends = new byte[starts.length][];
    for (int place = 0; place < starts.length; place++) {
      String name = entity.columns().get(place).element();
      starts[place] = ascii("<" + name + ">");
      ends[place] = ascii("</" + name + ">");
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(US_ASCII);
  }

  @Override
  public byte[] head() {
    return ascii(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<%ss xmlns=\"%s\">\n"
            .formatted(entity.element(), NAMESPACE));
  }

  @Override
  public void write(ExportRecord exported, ByteBlock to) {
    RecordValues values = exported.values();
    to.add(start);
    for (int place = 0; place < starts.length; place++) {
      boolean ownPlace = place == Entity.HASH_PLACE || place == Entity.VERSION_PLACE;
      if (ownPlace || !values.isEmpty(place)) {
        to.add(starts[place]);
        switch (place) {
          case Entity.HASH_PLACE -> to.add(exported.hexHash());
          case Entity.VERSION_PLACE -> to.add(exported.text(place));
          default -> value(values, place, to);
        }
        to.add(ends[place]);
      }
    }
    to.add(end);
  }

  private static void value(RecordValues values, int place, ByteBlock to) {
    if (!values.isSpecial(place)) {
      values.copy(place, to);
      return;
    }
    for (int i = values.start(place); i < values.end(place); i++) {
      char c = (char) (values.at(i) & 0xFF);
      switch (c) {
        case '<' -> to.add(LESS);
        case '>' -> to.add(GREATER);
        case '&' -> to.add(AND);
        default -> to.add(c);
      }
    }
  }

  @Override
  public byte[] foot() {
    return ascii("</" + entity.element() + "s>\n");
  }
}
