package org.vellum.credentials.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.vellum.credentials.baking.BakedBadge;
import org.vellum.credentials.json.Remark;
import org.vellum.credentials.pdf.PdfVerifier;

/** Credentials that come inside pictures and PDF. */
final class Pictures {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private Pictures() {}

  /** The credential inside a picture or PDF; what is neither is given back as it is. */
  static byte[] unwrapped(byte[] bytes, PrintStream remarks) {
    if (PdfVerifier.isPdf(bytes)) {
      return PdfFiles.record(bytes);
    }
    return isPicture(bytes) ? extracted(bytes, remarks).getBytes(StandardCharsets.UTF_8) : bytes;
  }

  /**
   * The credential inside a picture.
   *
   * @param remarks told what is unusual about the picture
   * @throws CommandFailed if there is none, or the picture cannot be read
   */
  static String extracted(byte[] image, PrintStream remarks) {
    return switch (BakedBadge.extract(image)) {
      case BakedBadge.Found found -> {
        tell(found.remarks(), remarks);
        yield found.text();
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

  private static boolean isPicture(byte[] bytes) {
    if (bytes.length > PNG.length && java.util.Arrays.equals(bytes, 0, 4, PNG, 0, 4)) {
      return true;
    }
    int first = 0;
    while (first < bytes.length && (bytes[first] <= ' ' || bytes[first] > '~')) {
      first++;
    }
    String start =
        new String(bytes, first, Math.min(2_000, bytes.length - first), StandardCharsets.UTF_8);
    return start.startsWith("<") && start.contains("<svg");
  }
}
