package org.vellum.credentials.baking;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Remark;

/**
 * One reading of a PNG to its end, also past the first credential: a second one is a fault that
 * people should hear of.
 */
final class PngExtraction {
  private final PngReader reader;
  private final List<Remark> remarks = new ArrayList<>();
  private @Nullable PngText found;

  PngExtraction(PngReader reader) {
    this.reader = reader;
  }

  BakedBadge run() throws IOException {
    try {
      read();
    } catch (DamagedImageException e) {
      if (found == null) {
        return new BakedBadge.Unreadable(e.why());
      }
      // The standard lets a reader discard the rest, so what was found counts.
      remarks.add(e.why());
    }
    if (found == null) {
      return new BakedBadge.NoBadge(remarks);
    }
    String text = found.text().strip();
    return new BakedBadge.Found(found.kind(), Form.of(text), text, remarks);
  }

  private void read() throws IOException, DamagedImageException {
    reader.signature();
    PngReader.Head head = reader.next();
    if (!head.type().equals("IHDR")) {
      remark("header", head, "the first chunk is not a header");
    }
    while (!head.type().equals("IEND")) {
      look(head);
      head = reader.next();
    }
    checked(reader.copy(head, OutputStream.nullOutputStream()), head);
    if (reader.hasMore()) {
      remark("trailing", head, "something stands after the end of the picture");
    }
  }

  private void look(PngReader.Head head) throws IOException, DamagedImageException {
    if (!head.isText()) {
      checked(reader.copy(head, OutputStream.nullOutputStream()), head);
      return;
    }
    PngReader.Chunk chunk = reader.read(head);
    checked(chunk.intact(), head);
    Optional<Kind> kind = PngText.kind(chunk);
    if (kind.isPresent()) {
      take(PngText.read(chunk, kind.get()), head);
    }
  }

  private void take(PngText text, PngReader.Head head) {
    if (text.compressed()) {
      remark("compressed", head, "the credential is compressed, which the standard forbids");
    }
    if (text.legacy()) {
      remark("legacy", head, "baked as Open Badges did before 1.1");
    }
    if (found != null) {
      remark("second-credential", head, "the picture carries more than one credential");
    }
    if (found == null || text.kind().compareTo(found.kind()) < 0) {
      found = text;
    }
  }

  private void checked(boolean intact, PngReader.Head head) {
    if (!intact) {
      remark("crc", head, "the checksum of a chunk is wrong");
    }
  }

  private void remark(String code, PngReader.Head head, String message) {
    // A picture of nothing but faults must not become a report without end.
    if (remarks.size() < 20) {
      remarks.add(new Remark(code, head.place(), message));
    }
  }
}
