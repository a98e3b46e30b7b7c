package org.vellum.credentials.baking;

import java.util.List;
import org.vellum.credentials.json.Remark;

/** What came of putting a credential into a picture. */
public sealed interface Baking {

  /**
   * The picture with the credential.
   *
   * @param image the bytes of the new picture
   * @param remarks what was replaced, dropped or unusual
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a file, never compared
  record Baked(byte[] image, List<Remark> remarks) implements Baking {
    /** Copies the list. */
    public Baked {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Nothing was baked.
   *
   * @param why what is wrong with the picture or the credential
   */
  record Refused(Remark why) implements Baking {}

  /** Puts a credential into a PNG or SVG picture, whichever the bytes are. */
  static Baking bake(byte[] image, String credential, Kind kind) {
    return switch (Format.of(image)) {
      case PNG -> PngBadge.bake(image, credential, kind);
      case SVG -> SvgBadge.bake(image, credential, kind);
      case NEITHER -> new Refused(Format.REFUSAL);
    };
  }
}
