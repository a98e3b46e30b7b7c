package org.vellum.competency.framework.editing;

import java.util.List;

/**
 * A change of a draft, made whole or not at all.
 *
 * @param summary what it does, in a few words for people
 * @param objects the objects that it writes and removes
 */
record Edit(String summary, List<ObjectEdit> objects) {

  Edit {
    objects = List.copyOf(objects);
  }
}
