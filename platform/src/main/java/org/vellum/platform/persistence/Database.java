package org.vellum.platform.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.vellum.platform.usecase.Component;

/** Gives the application its one way to the database. */
@Component
public class Database {
  @Resource(lookup = "jdbc/vellum")
  @SuppressWarnings("NullAway.Init")
  private DataSource dataSource;

  @Produces
  @Singleton
  Jdbi jdbi() {
    return over(dataSource);
  }

  /** The container's data source itself, for the paths that need a connection of their own. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** Jdbi over a data source, knowing the types that we keep. */
  public static Jdbi over(DataSource dataSource) {
    Jdbi jdbi = Jdbi.create(dataSource);
    jdbi.registerArgument(new JsonbArgument());
    jdbi.registerArgument(new InstantArgument());
    jdbi.registerArrayType(UUID.class, "uuid");
    jdbi.registerArgument(new StorableText());
    jdbi.registerArrayType(String.class, "text", StorableText::checked);
    jdbi.registerColumnMapper(
        Instant.class,
        (row, column, context) -> {
          OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
          return time == null ? null : time.toInstant();
        });
    jdbi.registerColumnMapper(
        Jsonb.class,
        (row, column, context) -> {
          String text = row.getString(column);
          return text == null ? null : new Jsonb(text);
        });
    return jdbi;
  }

  private static final class JsonbArgument extends AbstractArgumentFactory<Jsonb> {
    JsonbArgument() {
      super(Types.OTHER);
    }

    @Override
    protected Argument build(Jsonb value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.text(), Types.OTHER);
    }
  }

  private static final class InstantArgument extends AbstractArgumentFactory<Instant> {
    InstantArgument() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return (position, statement, context) ->
          statement.setObject(position, value.atOffset(ZoneOffset.UTC));
    }
  }
}
