package org.vellum.benchmarks;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row of the comparison as Jakarta Persistence wants it. */
@Entity
@Table(name = "kept_result")
@NullUnmarked
@SuppressWarnings("UnusedVariable") // Jakarta Persistence reads the fields
class KeptResult {
  @Id private UUID id;

  @Column(name = "source_id")
  private String sourceId;

  private BigDecimal score;

  @Column(name = "received_at")
  private OffsetDateTime receivedAt;

  private String payload;

  KeptResult() {}

  KeptResult(PersistenceComparison.Row row) {
    this.id = row.id();
    this.sourceId = row.sourceId();
    this.score = row.score();
    this.receivedAt = row.receivedAt();
    this.payload = row.payload();
  }
}
