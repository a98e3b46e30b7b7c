package org.vellum.finaid.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.vellum.finaid.delta.Position;
import org.vellum.finaid.delta.SinceToken;

class ChangeCursorTest {
  private static final SinceToken SINCE =
      new SinceToken("standard", new Position(812, 77), Instant.parse("2026-02-11T09:30:00Z"));
  private static final SinceToken FIRST =
      new SinceToken("standard", new Position(900, 78), Instant.parse("2026-02-12T09:30:00Z"));

  @Test
  void a_cursor_and_a_token_are_read_as_they_were_written() {
    ChangeCursor cursor = new ChangeCursor(SINCE, FIRST, "S-0001", 17);
    assertThat(ChangeCursor.parse(cursor.text())).contains(cursor);
    assertThat(ChangeCursor.parse(SINCE.text())).contains(new ChangeCursor(SINCE, SINCE, "", 0));
    assertThat(SinceToken.parse(SINCE.text())).contains(SINCE);
  }

  @Test
  void a_letter_changed_anywhere_makes_it_none() {
    for (String text :
        new String[] {new ChangeCursor(SINCE, FIRST, "S-1", 1).text(), SINCE.text()}) {
      for (int i = 0; i < text.length(); i++) {
        char other = text.charAt(i) == 'A' ? 'B' : 'A';
        String changed = text.substring(0, i) + other + text.substring(i + 1);
        // The last letter may carry bits that mean nothing.
        if (i < text.length() - 1) {
          assertThat(ChangeCursor.parse(changed)).as(changed).isEmpty();
        }
      }
      assertThat(ChangeCursor.parse(text.substring(0, text.length() - 3))).isEmpty();
    }
    assertThat(ChangeCursor.parse("")).isEmpty();
    assertThat(ChangeCursor.parse("p.")).isEmpty();
    assertThat(ChangeCursor.parse("p." + "A".repeat(2_000))).isEmpty();
  }
}
