package org.vellum.credentials.baking;

import java.util.List;
import org.vellum.credentials.json.Remark;

/** What was found in a picture. */
public sealed interface BakedBadge {

  /**
   * A credential. That it was in the picture proves nothing: verify it.
   *
   * @param kind the standard it was baked by
   * @param form how it is written
   * @param text the credential, or the address of a hosted assertion
   * @param remarks what is wrong or unusual about the picture
   */
  record Found(Kind kind, Form form, String text, List<Remark> remarks) implements BakedBadge {
    /** Copies the list. */
    public Found {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A picture without a credential.
   *
   * @param remarks what is wrong or unusual about the picture
   */
  record NoBadge(List<Remark> remarks) implements BakedBadge {
    /** Copies the list. */
    public NoBadge {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * No picture of a kind that can be baked, a damaged one, or one too large.
   *
   * @param why what is wrong with it
   */
  record Unreadable(Remark why) implements BakedBadge {}

  /** Takes the credential out of a PNG or SVG picture, whichever the bytes are. */
  static BakedBadge extract(byte[] image) {
    return switch (Format.of(image)) {
      case PNG -> PngBadge.extract(image);
      case SVG -> SvgBadge.extract(image);
      case NEITHER -> new Unreadable(Format.REFUSAL);
    };
  }
}
