package org.vellum.competency.oneroster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vellum.platform.json.Json;
import org.vellum.platform.security.Scopes;
import org.vellum.testsupport.TestDatabase;

/**
 * Calls resources by verb and path, by what their annotations say, as the container does; each call
 * in a transaction.
 */
public final class Wire {
  private static final Pattern TEMPLATE = Pattern.compile("\\{\\s*(\\w+)\\s*(?::\\s*([^}]+))?}");

  private final TestDatabase database;
  private final List<Operation> operations = new ArrayList<>();

  public Wire(TestDatabase database) {
    this.database = database;
  }

  /** A method of a resource, and where it is. */
  private record Operation(
      Object resource, Method method, String verb, Pattern path, List<String> names, int literal) {}

  /**
   * What a call came to.
   *
   * @param status the HTTP status
   * @param body the JSON, or an empty object
   */
  public record Answer(int status, JsonNode body, MultivaluedMap<String, Object> headers) {

    /** The value of a header. */
    public String header(String name) {
      return String.valueOf(headers.getFirst(name));
    }
  }

  /** Adds a resource, its fields filled from the parts. */
  public void add(Object resource, List<Object> parts) {
    for (Class<?> type = resource.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        parts.stream()
            .filter(field.getType()::isInstance)
            .findFirst()
            .ifPresent(part -> set(field, resource, part));
      }
    }
    String root = resource.getClass().getAnnotation(Path.class).value();
    for (Method method : resource.getClass().getMethods()) {
      verb(method)
          .ifPresent(verb -> {
            Path path = method.getAnnotation(Path.class);
            operations.add(
                operation(resource, method, verb, root + (path == null ? "" : "/" + path.value())));
          });
    }
  }

  /** The scopes that open an operation; empty if there is no such operation. */
  public Set<String> scopes(String verb, String path) {
    return find(verb, path)
        .map(operation ->
            new TreeSet<>(Arrays.asList(operation.method().getAnnotation(Scopes.class).value())))
        .orElseGet(TreeSet::new);
  }

  /** Asks for something. */
  public Answer get(String pathAndQuery) throws Exception {
    return call("GET", pathAndQuery, "");
  }

  /** Calls an operation; what it throws is thrown. */
  public Answer call(String verb, String pathAndQuery, String body) throws Exception {
    String path = pathAndQuery.replaceAll("\\?.*", "");
    Operation operation =
        find(verb, path).orElseThrow(() -> new AssertionError("no operation " + verb + " " + path));
    Matcher matcher = operation.path().matcher(path);
    if (!matcher.matches()) {
      throw new AssertionError("found by its path");
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < operation.names().size(); i++) {
      values.put(operation.names().get(i), URLDecoder.decode(matcher.group(i + 1), UTF_8));
    }
    UriInfo uri = uri(pathAndQuery);
    Object[] arguments =
        Arrays.stream(operation.method().getParameters())
            .map(parameter -> argument(parameter, values, uri, body))
            .toArray();
    Response response = database.inTransaction(() -> invoke(operation, arguments));
    JsonNode json =
        response.getEntity() instanceof ObjectNode node
            ? Json.mapper().readTree(node.toString())
            : Json.mapper().createObjectNode();
    return new Answer(response.getStatus(), json, response.getHeaders());
  }

  private static Response invoke(Operation operation, Object[] arguments) throws Exception {
    try {
      return (Response) operation.method().invoke(operation.resource(), arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static Object argument(
      Parameter parameter, Map<String, String> values, UriInfo uri, String body) {
    PathParam name = parameter.getAnnotation(PathParam.class);
    if (name != null) {
      return String.valueOf(values.get(name.value()));
    }
    return parameter.getType() == InputStream.class
        ? new ByteArrayInputStream(body.getBytes(UTF_8))
        : uri;
  }

  private Optional<Operation> find(String verb, String path) {
    return operations.stream()
        .filter(each -> each.verb().equals(verb) && each.path().matcher(path).matches())
        .max(Comparator.comparingInt(Operation::literal));
  }

  private static Operation operation(Object resource, Method method, String verb, String path) {
    StringBuilder regex = new StringBuilder();
    List<String> names = new ArrayList<>();
    Matcher template = TEMPLATE.matcher(path);
    int from = 0;
    int literal = 0;
    while (template.find()) {
      regex.append(Pattern.quote(path.substring(from, template.start())));
      literal += template.start() - from;
      regex.append('(').append(orAnything(template.group(2))).append(')');
      names.add(template.group(1));
      from = template.end();
    }
    regex.append(Pattern.quote(path.substring(from)));
    literal += path.length() - from;
    return new Operation(resource, method, verb, Pattern.compile(regex.toString()), names, literal);
  }

  private static String orAnything(@Nullable String given) {
    return given == null ? "[^/]+" : given;
  }

  private static Optional<String> verb(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        return Optional.of(verb.value());
      }
    }
    return Optional.empty();
  }

  private static UriInfo uri(String pathAndQuery) {
    MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
    int query = pathAndQuery.indexOf('?');
    if (query >= 0) {
      for (String pair : pathAndQuery.substring(query + 1).split("&", -1)) {
        int equals = pair.indexOf('=');
        parameters.add(
            pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return (UriInfo)
        Proxy.newProxyInstance(
            Wire.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getQueryParameters")) {
                return parameters;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static void set(Field field, Object resource, Object part) {
    try {
      field.setAccessible(true);
      field.set(resource, part);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
