package org.vellum.platform.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.vellum.platform.configuration.PlatformConfiguration;
import org.vellum.platform.security.Csrf;
import org.vellum.platform.usecase.Component;

/** Writes a {@link Page} as HTML. */
@Component
@Provider
public class PageWriter implements MessageBodyWriter<Page> {
  @Inject private Templates templates;
  @Inject private PageModel model;
  @Inject private Csrf csrf;
  @Inject private PlatformConfiguration configuration;
  @Context private HttpServletRequest request;

  @Override
  public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType to) {
    return type == Page.class;
  }

  @Override
  public void writeTo(
      Page page,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType to,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    ClassLoader loader = request.getServletContext().getClassLoader();
    byte[] html = templates.fill(page.template(), model.of(page), loader).getBytes(UTF_8);
    headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
    csrf.toSet().ifPresent(token -> headers.add(HttpHeaders.SET_COOKIE, csrfCookie(token)));
    if (Flash.of(request).isPresent()) {
      headers.add(HttpHeaders.SET_COOKIE, Flash.forgotten());
    }
    out.write(html);
  }

  private NewCookie csrfCookie(String token) {
    return new NewCookie.Builder(Csrf.COOKIE)
        .value(token)
        .path("/")
        .httpOnly(true)
        .secure(configuration.isSecure())
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
