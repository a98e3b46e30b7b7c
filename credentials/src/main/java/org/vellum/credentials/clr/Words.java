package org.vellum.credentials.clr;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.record.Loss;

/** Keeps to the standard's words, and notes what it had to leave behind. */
record Words(List<Loss> losses) {

  /** A word of a vocabulary; one that is not in it is marked as an extension. */
  String known(String place, String what, String word, Set<String> vocabulary) {
    if (vocabulary.contains(word) || word.matches("ext:[a-zA-Z0-9._-]+")) {
      return word;
    }
    lost(false, place, what, "not a word of Open Badges 3.0; written as an extension");
    String own = word.replaceFirst("^ext:", "").replaceAll("[^a-zA-Z0-9._-]+", "-");
    return "ext:" + (own.isEmpty() ? "unknown" : own);
  }

  /** An address; what is none is left behind. */
  @Nullable String uri(String place, String what, @Nullable String text) {
    if (text == null || Names.isUri(text)) {
      return text;
    }
    lost(false, place, what, "not an absolute URI");
    return null;
  }

  /** A text that the standard requires. */
  String required(String place, String what, String text, String instead) {
    if (!text.isBlank()) {
      return text;
    }
    lost(false, place, what, "required by Open Badges 3.0 and empty; something else stands there");
    return instead.isBlank() ? "–" : instead;
  }

  void lost(boolean kept, String place, String what, String why) {
    if (!kept) {
      losses.add(new Loss(place, what, why));
    }
  }

  static boolean isRelation(String type) {
    return Arrays.stream(Association.Type.values()).anyMatch(each -> each.name().equals(type));
  }
}
