package org.vellum.credentials.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A part of the model that knows how it is written. */
public interface WireForm {
  /** A new tree, without nulls and empty arrays, in the order in which people read it. */
  ObjectNode toJson();
}
