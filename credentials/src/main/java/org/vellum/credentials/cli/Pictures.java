package org.vellum.credentials.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.file.CredentialFile;
import org.vellum.credentials.json.Remark;

/** Credentials that come inside pictures and PDF. */
final class Pictures {
  private Pictures() {}

  /** The credential inside a picture or PDF; what is neither is given back as it is. */
  static byte[] unwrapped(byte[] bytes, PrintStream remarks) {
    return switch (CredentialFile.of(bytes)) {
      case CredentialFile.Text text -> text.bytes();
      case CredentialFile.Xml xml -> xml.bytes();
      case CredentialFile.Pdf pdf -> PdfFiles.record(pdf.bytes());
      case CredentialFile.Picture picture -> extracted(picture.badge(), remarks);
    };
  }

  /**
   * The credential inside a picture.
   *
   * @param remarks told what is unusual about the picture
   * @throws CommandFailed if there is none, or the picture cannot be read
   */
  static byte[] extracted(BakedBadge badge, PrintStream remarks) {
    return switch (badge) {
      case BakedBadge.Found found -> {
        tell(found.remarks(), remarks);
        yield found.text().getBytes(StandardCharsets.UTF_8);
      }
      case BakedBadge.NoBadge none -> {
        tell(none.remarks(), remarks);
        throw new CommandFailed(ExitCode.UNCHECKED, "There is no credential in the picture.");
      }
      case BakedBadge.Unreadable(Remark why) ->
          throw new CommandFailed(ExitCode.UNCHECKED, "The picture: " + why.message() + ".");
    };
  }

  static void tell(List<Remark> remarks, PrintStream out) {
    remarks.forEach(remark -> out.println("The picture: " + Plain.text(remark.message()) + "."));
  }
}
