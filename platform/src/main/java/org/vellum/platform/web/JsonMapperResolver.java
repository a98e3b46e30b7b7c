package org.vellum.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Component;

/** Lets Jakarta REST read and write JSON with the house's one mapper. */
@Component
@Provider
public class JsonMapperResolver implements ContextResolver<ObjectMapper> {

  @Override
  public ObjectMapper getContext(Class<?> type) {
    return Json.mapper();
  }
}
