package org.vellum.finaid.run.batch;

import com.ibm.jbatch.container.artifact.proxy.InjectionReferences;
import com.ibm.jbatch.container.artifact.proxy.ProxyFactory;
import com.ibm.jbatch.jsl.model.Property;
import com.ibm.jbatch.spi.BatchSPIManager;
import com.ibm.jbatch.spi.DatabaseAlreadyInitializedException;
import com.ibm.jbatch.spi.DatabaseConfigurationBean;
import com.ibm.jbatch.spi.ServiceRegistry.ServicePropertyNames;
import com.ibm.jbatch.spi.services.IBatchArtifactFactory;
import com.ibm.jbatch.spi.services.IBatchConfig;
import jakarta.batch.api.BatchProperty;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A batch container without a server, with its repository in PostgreSQL. One for a JVM. */
public final class ABatch implements IBatchArtifactFactory {
  private static volatile Function<String, Object> artifacts = name -> name;
  private static boolean begun;

  /** Made by the container. */
  public ABatch() {}

  /** Begins the container, if it has not begun, and says where the artifacts come from. */
  static synchronized void with(DataSource repository, Function<String, Object> made) {
    artifacts = made;
    if (begun) {
      return;
    }
    begun = true;
    try (InputStream ddl = ABatch.class.getResourceAsStream("/ddls/jsr352-postgresql.ddl")) {
      String text = new String(ddl.readAllBytes(), StandardCharsets.UTF_8);
      String creating = text.replaceAll("(?im)^drop table [a-z]+;", "");
      Jdbi.create(repository)
          .useHandle(handle -> {
            handle.execute("create schema jbatch");
            handle.createScript("set search_path to jbatch; " + creating).execute();
          });
      register(repository);
    } catch (IOException | SQLException | DatabaseAlreadyInitializedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void register(DataSource repository)
      throws SQLException, DatabaseAlreadyInitializedException {
    BatchSPIManager manager = BatchSPIManager.getInstance();
    manager.registerPlatformMode(BatchSPIManager.PlatformMode.SE);
    manager.registerExecutorServiceProvider(
        () -> Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
    Properties properties = new Properties();
    properties.setProperty(
        ServicePropertyNames.CONTAINER_ARTIFACT_FACTORY_SERVICE, ABatch.class.getName());
    manager.registerBatchContainerOverrideProperties(properties);
    DatabaseConfigurationBean database = new DatabaseConfigurationBean();
    try (Connection connection = repository.getConnection()) {
      database.setJdbcDriver(RepositoryDriver.class.getName());
      String url = connection.getMetaData().getURL();
      database.setJdbcUrl(
          RepositoryDriver.PREFIX
              + url
              + (url.contains("?") ? "&" : "?")
              + "currentSchema=jbatch&quoteReturningIdentifiers=false");
      database.setDbUser(connection.getMetaData().getUserName());
      database.setDbPassword("");
    }
    database.setSchema("jbatch");
    manager.registerDatabaseConfigurationBean(database);
  }

  @Override
  public Object load(String name) {
    Object artifact = artifacts.apply(name);
    InjectionReferences references = ProxyFactory.getInjectionReferences();
    for (Property property : references.getProps()) {
      for (Class<?> type = artifact.getClass(); type != Object.class; type = type.getSuperclass()) {
        inject(artifact, type, property);
      }
    }
    return artifact;
  }

  private static void inject(Object artifact, Class<?> type, Property property) {
    for (Field field : type.getDeclaredFields()) {
      if (field.isAnnotationPresent(BatchProperty.class)
          && field.getName().equals(property.getName())) {
        try {
          field.setAccessible(true);
          field.set(artifact, property.getValue());
        } catch (IllegalAccessException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  @Override
  public void init(IBatchConfig configuration) {}

  @Override
  public void shutdown() {}
}
