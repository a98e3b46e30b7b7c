package org.vellum.competency.oneroster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.vellum.platform.json.Json;
import org.vellum.platform.usecase.Repository;

/** The objects of any class as a client asks for them: filtered, sorted, page by page, or one. */
@Repository
public class ServedObjects {
  private static final String ALPHABETICAL = " collate competency.alphabetical";

  private final Jdbi jdbi;
  private final Addresses addresses;

  @Inject
  public ServedObjects(Jdbi jdbi, Addresses addresses) {
    this.jdbi = jdbi;
    this.addresses = addresses;
  }

  /**
   * A page.
   *
   * @param given values of the parameters that the class's own condition names
   */
  public ObjectPage page(ObjectClass type, Asked asked, Map<String, String> given) {
    List<Member> members = type.read(asked.fields());
    String where = type.from() + active(type, asked.asksForDeleted()) + filter(asked);
    return jdbi.withHandle(handle -> {
      int total =
          bound(handle.createQuery("select count(*) " + where), asked, given)
              .mapTo(Integer.class)
              .one();
      List<ObjectNode> objects =
          bound(
                  handle.createQuery(
                      "select "
                          + columns(members)
                          + " "
                          + where
                          + " order by "
                          + order(asked)
                          + " limit :limit offset :offset"),
                  asked,
                  given)
              .bind("limit", asked.paging().limit())
              .bind("offset", asked.paging().offset())
              .map((row, context) -> written(row, members))
              .list();
      return new ObjectPage(type.plural(), objects, total);
    });
  }

  /** The object with this identifier. */
  public Optional<ObjectNode> find(
      ObjectClass type, String sourcedId, Set<String> fields, Map<String, String> given) {
    List<Member> members = type.read(fields);
    return jdbi.withHandle(handle -> {
      Query query =
          handle.createQuery(
              "select "
                  + columns(members)
                  + " "
                  + type.from()
                  + active(type, false)
                  + " and t.sourced_id = :sourcedId");
      given.forEach(query::bind);
      return query
          .bind("sourcedId", sourcedId)
          .map((row, context) -> written(row, members))
          .findOne();
    });
  }

  private static String active(ObjectClass type, boolean deletedToo) {
    return type.tombstones() || deletedToo ? "" : " and t.active";
  }

  private static String filter(Asked asked) {
    List<String> conditions = new ArrayList<>();
    asked.filter().forEach(each -> conditions.add("(" + each.sql(name(conditions.size())) + ")"));
    return conditions.isEmpty()
        ? ""
        : " and (" + String.join(asked.any() ? " or " : " and ", conditions) + ")";
  }

  private static String name(int number) {
    return "value" + number;
  }

  private static Query bound(Query query, Asked asked, Map<String, String> given) {
    given.forEach(query::bind);
    for (int i = 0; i < asked.filter().size(); i++) {
      asked.filter().get(i).bind(query, name(i));
    }
    return query;
  }

  private static String order(Asked asked) {
    String direction = asked.descending() ? " desc" : " asc";
    return asked
        .sort()
        .map(member ->
            switch (member.kind()) {
                  case TEXT, REFERENCE -> member.sql() + ALPHABETICAL;
                  case TEXTS, REFERENCES ->
                      "array_to_string(" + member.sql() + ", ',')" + ALPHABETICAL;
                  case JSON -> "(" + member.sql() + ")::text";
                  case NUMBER, DATE, TIME -> member.sql();
                }
                + direction
                + " nulls last, t.sourced_id")
        .orElse("t.sourced_id" + direction);
  }

  private static String columns(List<Member> members) {
    List<String> columns = new ArrayList<>();
    members.forEach(member -> columns.add(member.sql() + " as c" + columns.size()));
    return String.join(", ", columns);
  }

  private ObjectNode written(ResultSet row, List<Member> members) throws SQLException {
    ObjectNode object = Json.mapper().createObjectNode();
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      if (member.kind() == Member.Kind.JSON && member.name().equals(ObjectClass.WHOLE)) {
        return (ObjectNode) parsed(row.getString(i + 1));
      }
      Optional<JsonNode> value = value(row, i + 1, member);
      value.ifPresent(node -> object.set(member.name(), node));
    }
    return object;
  }

  private Optional<JsonNode> value(ResultSet row, int column, Member member) throws SQLException {
    if (row.getObject(column) == null) {
      return Optional.empty();
    }
    ObjectNode factory = Json.mapper().createObjectNode();
    return switch (member.kind()) {
      case TEXT, DATE -> Optional.of(factory.textNode(row.getString(column)));
      case NUMBER -> Optional.of(factory.numberNode(plain(row.getBigDecimal(column))));
      case TIME ->
          Optional.of(
              factory.textNode(row.getObject(column, OffsetDateTime.class).toInstant().toString()));
      case TEXTS, REFERENCES -> array(row.getArray(column), member);
      case REFERENCE -> Optional.of(addresses.reference(member.type(), row.getString(column)));
      case JSON -> {
        JsonNode json = parsed(row.getString(column));
        addAddresses(json);
        yield Optional.of(json).filter(node -> !node.isEmpty());
      }
    };
  }

  /** Without an exponent in its text, which the database may give a round number. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private Optional<JsonNode> array(Array array, Member member) throws SQLException {
    ArrayNode nodes = Json.mapper().createArrayNode();
    for (String text : (String[]) array.getArray()) {
      if (member.kind() == Member.Kind.TEXTS) {
        nodes.add(text);
      } else {
        nodes.add(addresses.reference(member.type(), text));
      }
    }
    return nodes.isEmpty() ? Optional.empty() : Optional.of(nodes);
  }

  private void addAddresses(JsonNode json) {
    if (json instanceof ObjectNode object && object.has("sourcedId") && object.has("type")) {
      object.setAll(
          addresses.reference(object.path("type").asText(), object.path("sourcedId").asText()));
    } else {
      json.forEach(this::addAddresses);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return Json.mapper().readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("what the database keeps as JSON can be read", e);
    }
  }
}
