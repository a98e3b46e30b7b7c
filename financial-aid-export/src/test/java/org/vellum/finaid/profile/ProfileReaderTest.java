package org.vellum.finaid.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileReaderTest {
  private static final String GOOD =
      """
      {"name": "local", "title": "Ours", "status": "LOCAL", "files": [
        {"name": "a.csv", "form": "CSV", "records": {"each": "student", "inside": [
          {"each": "enrollment", "columns": [
            {"name": "Id", "from": "student.institutionStudentId"},
            {"name": "Begun", "from": "beginDate", "date": "uuuuMMdd"}]}]}},
        {"name": "b.txt", "form": "FIXED", "length": 20, "records": {"each": "student", "columns": [
          {"name": "Id", "from": "institutionStudentId", "at": 1, "length": 10},
          {"name": "N", "value": "1", "at": 11, "length": 10, "align": "right"}]}},
        {"name": "c.xml", "form": "XML", "root": "r", "records": {"each": "student",
          "element": "s", "columns": [{"name": "id", "from": "institutionStudentId"}]}}]}
      """;

  @Test
  void a_good_profile_is_read() {
    assertThat(ProfileReader.read(GOOD)).isInstanceOf(ProfileReader.Outcome.Read.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"each\": \"enrollment\"|\"each\": \"planet\"|/files/0/records/inside/0/each",
        "\"each\": \"enrollment\"|\"each\": \"leave\"|/files/0/records/inside/0/each",
        "\"beginDate\"|\"begun\"|/files/0/records/inside/0/columns/1/from",
        "student.inst|unit_attempt.inst|/files/0/records/inside/0/columns/0/from",
        "\"uuuuMMdd\"|\"bb\"|/files/0/records/inside/0/columns/1/date",
        "\"uuuuMMdd\"|\"HH:mm\"|/files/0/records/inside/0/columns/1/date",
        "\"Begun\"|\"Id\"|/files/0/records/inside/0/columns/1/name",
        "\"a.csv\"|\"../a.csv\"|/files/0/name",
        "\"a.csv\"|\"b.txt\"|/files/1/name",
        "\"form\": \"CSV\"|\"form\": \"PDF\"|/files/0/form",
        "\"length\": 20,|\"length\": 0,|/files/1/length",
        "\"length\": 20,|\"length\": 19,|/files/1/records/columns/1/at",
        "\"at\": 11|\"at\": 10|/files/1/records/columns/1/at",
        "\"at\": 11|\"at\": 0|/files/1/records/columns/1/at",
        "\"align\": \"right\"|\"align\": \"up\"|/files/1/records/columns/1/align",
        "\"align\": \"right\"|\"implied\": 12|/files/1/records/columns/1/implied",
        "\"align\": \"right\"|\"pad\": \"00\"|/files/1/records/columns/1/pad",
        "\"value\": \"1\",||/files/1/records/columns/1",
        "\"root\": \"r\"|\"root\": \"1 r\"|/files/2/root",
        "\"element\": \"s\"|\"element\": \"\"|/files/2/records/element",
        "\"name\": \"id\"|\"name\": \"i d\"|/files/2/records/columns/0/name",
        "\"status\": \"LOCAL\"|\"status\": \"CERTIFIED\"|/status"
      })
  void a_bad_profile_gets_a_finding_at_its_place(String good, String bad, String place) {
    assertThat(GOOD).contains(good);
    String text =
        GOOD.replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad == null ? "" : bad));
    assertThat(findings(text)).extracting(ProfileFinding::place).contains(place);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{}", "null", "{\"files\": 7}", "{\"files\": [[]]}"})
  void what_is_no_profile_is_told_so(String text) {
    assertThat(findings(text)).isNotEmpty();
  }

  private static List<ProfileFinding> findings(String text) {
    return ((ProfileReader.Outcome.Faulty) ProfileReader.read(text)).findings();
  }

  @Test
  void a_number_with_implied_decimals_has_no_point_and_none_is_lost() {
    FixedWidth width = new FixedWidth(2, 6, '0', true, false, 3);
    assertThat(put(width, "4")).isEqualTo(" 004000 ");
    assertThat(put(width, "22.5")).isEqualTo(" 022500 ");
    assertThat(put(width, "")).isEqualTo("        ");
    assertThat(width.put("1.2345", new char[8])).isPresent();
    assertThat(width.put("-1", new char[8])).isPresent();
    assertThat(width.put("1000", new char[8])).isPresent();
    assertThat(width.put("one", new char[8])).isPresent();
  }

  @Test
  void a_text_is_cut_only_where_the_profile_says_so() {
    assertThat(put(new FixedWidth(1, 4, ' ', false, true, -1), "Lovelace")).isEqualTo("Love    ");
    Optional<String> fault =
        new FixedWidth(1, 4, ' ', false, false, -1).put("Lovelace", new char[8]);
    assertThat(fault).contains("is longer than 4 characters");
  }

  private static String put(FixedWidth width, String text) {
    char[] record = new char[8];
    Arrays.fill(record, ' ');
    assertThat(width.put(text, record)).isEmpty();
    return new String(record);
  }
}
