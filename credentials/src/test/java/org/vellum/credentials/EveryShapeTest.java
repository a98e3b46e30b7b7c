package org.vellum.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vellum.credentials.clr.ClrRecords;
import org.vellum.credentials.record.Attainment;
import org.vellum.credentials.record.Converted;
import org.vellum.credentials.record.FullRecord;
import org.vellum.credentials.record.LearnerRecord;

/** One record, every shape. */
class EveryShapeTest {
  private static final List<LearnerRecord> RECORDS =
      List.of(FullRecord.record(), Transcripts.rich());

  @ParameterizedTest
  @EnumSource
  void what_comes_back_differs_in_nothing_that_is_not_listed_as_lost(Shape shape) {
    for (LearnerRecord record : RECORDS) {
      Converted<LearnerRecord> there = shape.thereAndBack(record);
      List<String> lost = places(record, there);
      assertThat(differences(record, there.value()))
          .as("differences of " + record.id() + " that no loss tells of")
          .filteredOn(each -> lost.stream().noneMatch(loss -> isIn(each, loss)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_listed_as_lost_that_came_back(Shape shape) {
    for (LearnerRecord record : RECORDS) {
      Converted<LearnerRecord> there = shape.thereAndBack(record);
      List<String> differences = differences(record, there.value());
      assertThat(places(record, there))
          .as("losses of " + record.id() + " where nothing differs")
          .filteredOn(loss -> differences.stream().noneMatch(each -> isIn(each, loss)))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void every_shape_says_who_awarded_what(Shape shape) {
    for (LearnerRecord record : RECORDS) {
      Map<String, String> before = Flat.of(record);
      Map<String, String> after = Flat.of(shape.thereAndBack(record).value());
      for (Attainment each : record.attainments()) {
        if (each.awarded() != null) {
          String place = "attainments{" + each.id() + "}";
          for (String member :
              List.of(".id", ".achievement.id", ".achievement.name", ".achievement.description")) {
            assertThat(after).containsEntry(place + member, before.get(place + member));
          }
        }
      }
      for (String member : List.of("institution.id", "institution.name")) {
        assertThat(after).containsEntry(member, before.get(member));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_read_from_a_shape_is_a_record_that_clr_2_carries_whole(Shape shape) {
    for (LearnerRecord record : RECORDS) {
      LearnerRecord read = shape.thereAndBack(record).value();
      LearnerRecord again = ClrRecords.read(ClrRecords.write(read).value()).value();
      assertThat(differences(read, again)).isEmpty();
    }
  }

  /** What one says and the other does not, or not so. */
  private static List<String> differences(LearnerRecord before, LearnerRecord after) {
    Map<String, String> one = Flat.of(before);
    Map<String, String> other = Flat.of(after);
    TreeSet<String> all = new TreeSet<>(one.keySet());
    all.addAll(other.keySet());
    List<String> differences = new ArrayList<>(all);
    differences.removeIf(each -> one.getOrDefault(each, "").equals(other.getOrDefault(each, "")));
    return differences;
  }

  private static List<String> places(LearnerRecord record, Converted<LearnerRecord> there) {
    return there.losses().stream().map(each -> Flat.place(record, each.place())).toList();
  }

  /** Whether a loss tells of a difference: at its place, or of all that it stands in. */
  private static boolean isIn(String difference, String loss) {
    return difference.equals(loss)
        || difference.startsWith(loss + ".")
        || difference.startsWith(loss + "[")
        || difference.startsWith(loss + "{");
  }
}
