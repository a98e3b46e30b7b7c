package org.vellum.credentials.openbadges;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vellum.credentials.json.Remark;

/**
 * A credential as it was read. What the model has no place for is not lost: the tree has it, and
 * the remarks tell where.
 *
 * @param <T> the kind of credential
 * @param credential the credential; null if it lacks what its kind cannot be without
 * @param tree the document as it was
 * @param remarks each member that the model does not have, or has in another form, by its JSON
 *     pointer; and why there is no credential, if there is none
 */
public record ReadCredential<T>(@Nullable T credential, ObjectNode tree, List<Remark> remarks) {
  /** Copies the list. */
  public ReadCredential {
    remarks = List.copyOf(remarks);
  }
}
