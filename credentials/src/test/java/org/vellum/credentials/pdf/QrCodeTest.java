package org.vellum.credentials.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
  private static final int QUIET_ZONE = 4;

  @Test
  void the_picture_reads_as_the_address() throws Exception {
    String address = "https://records.example.edu/shares/0123456789abcdefghijklmnopqrstuv";
    QrCode code = QrCode.of(address);
    BitMatrix modules = new BitMatrix(code.size() - 2 * QUIET_ZONE);
    Matcher run = RUN.matcher(code.path());
    int end = 0;
    while (run.find()) {
      assertThat(run.start()).isEqualTo(end);
      end = run.end();
      for (int x = 0; x < Integer.parseInt(run.group(3)); x++) {
        modules.set(
            Integer.parseInt(run.group(1)) + x - QUIET_ZONE,
            Integer.parseInt(run.group(2)) - QUIET_ZONE);
      }
    }
    assertThat(end).isEqualTo(code.path().length());
    assertThat(new Decoder().decode(modules).getText()).isEqualTo(address);
  }
}
