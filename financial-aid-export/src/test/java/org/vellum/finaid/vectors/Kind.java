package org.vellum.finaid.vectors;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A kind of vector, recognised by fields of its input.
 *
 * @param signature fields that a vector of the kind has, and that together no other kind has
 * @param check takes the input and compares what the rules make of it with what is expected
 */
record Kind(Set<String> signature, BiConsumer<Fields, Fields> check) {

  private static final List<Kind> ALL =
      Stream.of(ProgramVectors.KINDS, MoneyVectors.KINDS, WithdrawalVectors.KINDS)
          .flatMap(List::stream)
          .toList();

  static Kind of(BiConsumer<Fields, Fields> check, String... signature) {
    return new Kind(Set.of(signature), check);
  }

  /** The one kind of an input: the one with the longest signature that fits. */
  static Kind of(Fields input) {
    List<Kind> fitting =
        ALL.stream().filter(kind -> kind.signature.stream().allMatch(input::has)).toList();
    int longest = fitting.stream().mapToInt(kind -> kind.signature.size()).max().orElse(0);
    List<Kind> best = fitting.stream().filter(kind -> kind.signature.size() == longest).toList();
    if (best.size() != 1) {
      throw new AssertionError(
          "unknown kind of vector: " + best.size() + " kinds fit " + input.place());
    }
    return best.getFirst();
  }
}
