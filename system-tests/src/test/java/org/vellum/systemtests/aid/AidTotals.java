package org.vellum.systemtests.aid;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Hashes and control totals of the records of an entity, counted again. */
final class AidTotals {
  private static final Set<String> NOT_HASHED = Set.of("recordVersion", "recordHash");
  private static final int BITS = 256;

  private final String entity;
  private final List<JsonNode> lines;
  private final List<String> faults = new ArrayList<>();
  private final Map<String, BigDecimal> sums = new TreeMap<>();
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private BigInteger content = BigInteger.ZERO;
  private long tombstones;

  AidTotals(String entity, List<JsonNode> lines, JsonNode schema)
      throws GeneralSecurityException, JsonProcessingException {
    this.entity = entity;
    this.lines = lines;
    for (JsonNode line : lines) {
      String hash = HexFormat.of().formatHex(hash(line));
      same(line.path("recordId").asText() + " recordHash", line.path("recordHash").asText(), hash);
      content = content.add(new BigInteger(hash, 16));
      if (line.path("op").asText().equals("TOMBSTONE")) {
        tombstones++;
      } else {
        schema.path("tableSchema").path("columns").forEach(column -> count(column, line));
      }
    }
  }

  /**
   * RFC 8785 of what a record says: members sorted, no space, texts escaped only where they must.
   */
  private static byte[] hash(JsonNode line)
      throws GeneralSecurityException, JsonProcessingException {
    Map<String, JsonNode> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : line.properties()) {
      if (!NOT_HASHED.contains(member.getKey())) {
        members.put(member.getKey(), member.getValue());
      }
    }
    String canonical = AidPackage.JSON.writeValueAsString(members);
    return MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8));
  }

  private void count(JsonNode column, JsonNode line) {
    String name = column.path("name").asText();
    JsonNode value = line.path(name);
    if (value.isNull()) {
      return;
    }
    JsonNode type = column.path("datatype");
    if (type.asText().equals("decimal")) {
      sums.merge(name, new BigDecimal(value.asText()), BigDecimal::add);
    } else if (type.has("format")) {
      counts.computeIfAbsent(name, key -> new TreeMap<>()).merge(value.asText(), 1L, Long::sum);
    }
  }

  String contentHash() {
    String digits = content.mod(BigInteger.TWO.pow(BITS)).toString(16);
    return "0".repeat(BITS / 4 - digits.length()) + digits;
  }

  /** What the manifest says otherwise. */
  List<String> faults(JsonNode said) {
    same("exported", said.path("exported").asText(), Integer.toString(lines.size()));
    same("tombstones", said.path("tombstones").asText(), Long.toString(tombstones));
    long accounted =
        said.path("exported").asLong()
            + said.path("rejected").asLong()
            + said.path("suppressed").asLong();
    same("selected", said.path("selected").asText(), Long.toString(accounted));
    Map<String, String> texts = new TreeMap<>();
    sums.forEach((name, sum) -> texts.put(name, plain(sum)));
    Map<String, String> saidSums = new TreeMap<>();
    said.path("sums")
        .properties()
        .forEach(
            each -> saidSums.put(each.getKey(), plain(new BigDecimal(each.getValue().asText()))));
    same("sums", saidSums.toString(), texts.toString());
    same(
        "counts",
        said.path("counts").toString(),
        AidPackage.JSON.<JsonNode>valueToTree(counts).toString());
    return faults;
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private void same(String what, String said, String found) {
    if (!said.equals(found)) {
      faults.add(entity + " " + what + ": says " + said + ", is " + found);
    }
  }
}
