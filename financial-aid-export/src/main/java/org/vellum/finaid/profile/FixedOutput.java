package org.vellum.finaid.profile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Lines of fixed widths in ASCII, each ended by CR and LF. */
final class FixedOutput implements ProfileOutput {
  private final Writer out;
  private final char[] line;

  FixedOutput(Path file, int length) throws IOException {
    this.out = Files.newBufferedWriter(file, US_ASCII);
    this.line = new char[length];
  }

  @Override
  public void begin(MappingProfile.ProfileNode node, List<String> texts) throws IOException {
    if (node.inside().isEmpty()) {
      Arrays.fill(line, ' ');
      for (int i = 0; i < texts.size(); i++) {
        put(node.columns().get(i), texts.get(i));
      }
      out.write(line);
      out.write("\r\n");
    }
  }

  private String put(ProfileColumn column, String text) {
    return column.width().flatMap(width -> width.put(text, line)).orElse("");
  }

  @Override
  public void end(MappingProfile.ProfileNode node) {
    // A line is whole when it is begun.
  }

  @Override
  public String fault(ProfileColumn column, String text) {
    return put(column, text);
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
