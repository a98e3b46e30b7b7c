package org.vellum.credentials.baking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.vellum.credentials.baking.Pictures.JSON;
import static org.vellum.credentials.baking.Pictures.JWS;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vellum.credentials.json.Remark;

class PngBadgeTest {
  private static byte[] baked(byte[] image, String text, Kind kind) {
    return ((Baking.Baked) PngBadge.bake(image, text, kind)).image();
  }

  private static BakedBadge.Found found(byte[] image) {
    return (BakedBadge.Found) BakedBadge.extract(image);
  }

  private static String refused(byte[] image) {
    return ((Baking.Refused) Baking.bake(image, JWS, Kind.OPEN_BADGES_3)).why().code();
  }

  @ParameterizedTest
  @EnumSource(names = {"OPEN_BADGES_2", "OPEN_BADGES_3"})
  void what_is_baked_is_found_again(Kind kind) {
    BakedBadge.Found json = found(baked(Pictures.png(), JSON, kind));
    BakedBadge.Found jws = found(baked(Pictures.png(), JWS, kind));

    assertThat(json).isEqualTo(new BakedBadge.Found(kind, Form.JSON, JSON, List.of()));
    assertThat(jws).isEqualTo(new BakedBadge.Found(kind, Form.COMPACT_JWS, JWS, List.of()));
  }

  @Test
  void every_other_chunk_stays_byte_for_byte_and_the_pixels_with_it() {
    byte[] before = Pictures.with(Pictures.text("Comment", "keep me"));
    byte[] after = baked(before, JSON, Kind.OPEN_BADGES_3);

    List<Pictures.Chunk> chunks = Pictures.chunks(after);
    assertThat(chunks)
        .extracting(Pictures.Chunk::type)
        .containsSubsequence("IHDR", "tEXt", "iTXt", "IDAT", "IEND");
    List<Pictures.Chunk> rest = chunks.stream().filter(c -> !c.type().equals("iTXt")).toList();
    assertThat(Pictures.assembled(rest)).isEqualTo(before);
    assertThat(pixels(after)).isEqualTo(pixels(before));
  }

  private static int[] pixels(byte[] png) {
    BufferedImage image = Pictures.decoded(png);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void baking_again_replaces_whatever_was_baked() {
    byte[] once = baked(Pictures.png(), JSON, Kind.OPEN_BADGES_2);
    Baking.Baked twice = (Baking.Baked) PngBadge.bake(once, JWS, Kind.OPEN_BADGES_3);

    assertThat(twice.remarks()).extracting(Remark::code).containsExactly("replaced");
    assertThat(twice.image()).isEqualTo(baked(Pictures.png(), JWS, Kind.OPEN_BADGES_3));
  }

  @Test
  void the_chunk_is_written_as_the_standard_has_it() {
    byte[] image = baked(Pictures.png(), JWS, Kind.OPEN_BADGES_3);

    Pictures.Chunk chunk =
        Pictures.chunks(image).stream().filter(c -> c.type().equals("iTXt")).findFirst().get();
    assertThat(new String(chunk.data(), UTF_8)).isEqualTo("openbadgecredential\0\0\0\0\0" + JWS);
  }

  @Test
  void pngcheck_finds_no_fault_with_what_is_baked(@TempDir Path folder) throws Exception {
    Path pngcheck = Path.of("/usr/bin/pngcheck");
    assumeTrue(Files.isExecutable(pngcheck), "SKIPPED: pngcheck is not installed");
    Path file = folder.resolve("badge.png");
    byte[] once = baked(Pictures.png(), JSON, Kind.OPEN_BADGES_2);
    Files.write(file, baked(once, JSON, Kind.OPEN_BADGES_3));

    Process process =
        new ProcessBuilder(pngcheck.toString(), "-v", file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("No errors detected").contains("keyword: openbadgecredential");
  }

  @Test
  void the_chunk_of_the_first_open_badges_holds_an_address() {
    byte[] image = Pictures.with(Pictures.text("openbadges", "https://issuer.example/a/1"));

    assertThat(found(image).form()).isEqualTo(Form.ADDRESS);
    assertThat(found(image).text()).isEqualTo("https://issuer.example/a/1");
    assertThat(found(image).remarks()).extracting(Remark::code).containsExactly("legacy");
  }

  @Test
  void a_compressed_credential_is_read_and_reported() {
    byte[] image = Pictures.with(Pictures.compressed("clrcredential", JSON.getBytes(UTF_8)));

    assertThat(found(image).kind()).isEqualTo(Kind.CLR_2);
    assertThat(found(image).text()).isEqualTo(JSON);
    assertThat(found(image).remarks()).extracting(Remark::code).containsExactly("compressed");
  }

  @Test
  void a_text_that_inflates_without_end_is_refused() {
    byte[] image = Pictures.with(Pictures.compressed("openbadges", new byte[20_000_000]));

    assertThat(((BakedBadge.Unreadable) BakedBadge.extract(image)).why().code())
        .isEqualTo("too-large");
  }

  @Test
  void a_chunk_of_another_kind_is_no_credential_and_is_never_inflated() {
    Pictures.Chunk bomb = Pictures.compressed("openbadges", new byte[20_000_000]);
    byte[] image = Pictures.with(new Pictures.Chunk("zTXt", bomb.data()));

    assertThat(BakedBadge.extract(image)).isInstanceOf(BakedBadge.NoBadge.class);
    assertThat(Baking.bake(image, JSON, Kind.OPEN_BADGES_2)).isInstanceOf(Baking.Baked.class);
  }

  @Test
  void of_two_credentials_the_newer_standard_is_taken_and_the_second_told() {
    byte[] image =
        Pictures.with(Pictures.text("openbadges", JSON), Pictures.text("openbadgecredential", JWS));

    assertThat(found(image).kind()).isEqualTo(Kind.OPEN_BADGES_3);
    assertThat(found(image).remarks()).extracting(Remark::code).contains("second-credential");
  }

  @Test
  void a_wrong_checksum_is_told_by_the_reader_and_refused_by_the_baker() {
    byte[] image = baked(Pictures.png(), JWS, Kind.OPEN_BADGES_3);
    image[29] ^= 1; // in the header's checksum

    assertThat(found(image).remarks()).extracting(Remark::code).containsExactly("crc");
    assertThat(refused(image)).isEqualTo("crc");
  }

  @Test
  void a_picture_that_ends_too_early_is_refused() {
    byte[] image = Arrays.copyOf(Pictures.png(), 60);

    assertThat(BakedBadge.extract(image)).isInstanceOf(BakedBadge.Unreadable.class);
    assertThat(refused(image)).isEqualTo("truncated");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 100_000_000})
  void a_lying_chunk_length_costs_nothing_and_ends_in_a_refusal(int length) {
    byte[] image = Pictures.with(Pictures.text("openbadges", JSON));
    ByteBuffer.wrap(image).putInt(33, length);

    BakedBadge read = BakedBadge.extract(image);
    assertThat(((BakedBadge.Unreadable) read).why().code())
        .isIn("chunk-length", "too-large", "truncated", "chunk-type");
    assertThat(refused(image)).isIn("chunk-length", "too-large", "truncated", "chunk-type");
  }

  @Test
  void what_was_found_before_the_picture_breaks_off_counts_and_the_break_is_told() {
    byte[] image = baked(Pictures.png(), JWS, Kind.OPEN_BADGES_3);
    byte[] cut = Arrays.copyOf(image, image.length - 20);

    assertThat(found(cut).text()).isEqualTo(JWS);
    assertThat(found(cut).remarks()).extracting(Remark::code).containsExactly("truncated");
    assertThat(refused(cut)).isEqualTo("truncated");
  }

  @Test
  void half_a_gigabyte_of_pixels_is_given_up_before_it_is_read() throws IOException {
    Endless picture = new Endless(500_000_000L);

    BakedBadge read = PngBadge.extract(picture);

    assertThat(((BakedBadge.Unreadable) read).why().code()).isEqualTo("too-large");
    assertThat(picture.read).isLessThan(65_000_000);
  }

  /** A header and then chunks of pixels of one million bytes each. */
  @SuppressWarnings("InputStreamSlowMultibyteRead") // fast enough for one test
  private static final class Endless extends InputStream {
    private final byte[] start = Arrays.copyOf(Pictures.png(), 33);
    private final byte[] chunk = Pictures.bytes(new Pictures.Chunk("IDAT", new byte[1_000_000]));
    private final long length;
    private long read;

    Endless(long length) {
      this.length = length;
    }

    @Override
    public int read() {
      if (read >= length) {
        return -1;
      }
      long at = read++;
      int index = (int) ((at - start.length) % chunk.length);
      return (at < start.length ? start[(int) at] : chunk[index]) & 0xff;
    }
  }

  @Test
  void only_a_credential_can_be_baked() {
    for (String text :
        List.of("", "hello", "https://issuer.example/1", "{\"a\":1,\"a\":2}", "[]")) {
      assertThat(PngBadge.bake(Pictures.png(), text, Kind.OPEN_BADGES_3))
          .isInstanceOf(Baking.Refused.class);
    }
    assertThat(PngBadge.bake(Pictures.png(), JSON, Kind.CLR_2)).isInstanceOf(Baking.Refused.class);
  }

  @Test
  void whatever_the_bytes_are_there_is_an_answer() {
    Random random = new Random(7);
    byte[] good = Pictures.with(Pictures.compressed("openbadges", JSON.getBytes(UTF_8)));
    for (int i = 0; i < 3_000; i++) {
      byte[] bad = good.clone();
      for (int flips = 0; flips <= i % 4; flips++) {
        bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      }
      assertThat(BakedBadge.extract(bad)).isNotNull();
      assertThat(Baking.bake(bad, JSON, Kind.OPEN_BADGES_3)).isNotNull();
    }
  }
}
