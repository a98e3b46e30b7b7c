package org.vellum.competency.framework.caseservice;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.vellum.competency.framework.Audience;
import org.vellum.competency.framework.Framework;
import org.vellum.competency.framework.casepackage.CaseForm;
import org.vellum.platform.usecase.Component;

/**
 * Packages as files, each put together once for a state of its framework and then only sent. They
 * stand in a folder of this process that only its user reads; when they take more room than they
 * may, those go that were not asked for the longest. Memory holds none of them.
 */
@Component
class PackageFiles {
  private static final int BUFFER = 1 << 16;

  /** What is handed to the server at a time: each hand-over costs it as much as some kilobytes. */
  private static final int CHUNK = 1 << 18;

  /** Packages that are put together at a time; who asks for a further one waits. */
  private static final int LANES = 4;

  private final AssemblePackage packages;
  private final CaseServiceConfiguration configuration;
  private final LinkedHashMap<Key, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
  private final Object[] lanes = new Object[LANES];
  private @Nullable Path folder;
  private long bytes;

  @Inject
  PackageFiles(AssemblePackage packages, CaseServiceConfiguration configuration) {
    this.packages = packages;
    this.configuration = configuration;
    for (int lane = 0; lane < LANES; lane++) {
      lanes[lane] = new Object();
    }
  }

  private record Key(UUID framework, CaseForm form, Coding coding) {}

  /**
   * A package in a file.
   *
   * @param framework the framework as the file has it
   * @param size how many bytes the file has
   */
  record Kept(Framework framework, Path file, long size) {

    /** Writes the bytes; fails with a {@code NoSuchFileException} if they are kept no longer. */
    void sendTo(OutputStream out) throws IOException {
      byte[] chunk = new byte[(int) Math.min(size, CHUNK)];
      try (InputStream in = Files.newInputStream(file)) {
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
          out.write(chunk, 0, read);
        }
      }
    }
  }

  /**
   * The package of a framework, at least as new as the framework is here.
   *
   * @return empty if the framework went meanwhile
   */
  Optional<Kept> find(Framework framework, CaseForm form, Coding coding, Audience audience)
      throws IOException {
    Key key = new Key(framework.identifier(), form, coding);
    Optional<Kept> current = current(key, framework);
    if (current.isPresent()) {
      return current;
    }
    synchronized (lanes[Math.floorMod(key.hashCode(), LANES)]) {
      current = current(key, framework);
      return current.isPresent() ? current : assemble(key, audience);
    }
  }

  private synchronized Optional<Kept> current(Key key, Framework framework) {
    return Optional.ofNullable(kept.get(key))
        .filter(each -> !each.framework().changedAt().isBefore(framework.changedAt()))
        .filter(each -> Files.exists(each.file()));
  }

  private Optional<Kept> assemble(Key key, Audience audience) throws IOException {
    Path file = Files.createTempFile(folder(), key.framework().toString(), "");
    Optional<Framework> written = Optional.empty();
    try {
      try (OutputStream out = coded(key.coding(), file)) {
        written = packages.assemble(key.framework(), key.form(), audience, out);
      }
    } finally {
      if (written.isEmpty()) {
        Files.deleteIfExists(file);
      }
    }
    if (written.isEmpty()) {
      return Optional.empty();
    }
    Kept made = new Kept(written.get(), file, Files.size(file));
    keep(key, made);
    return Optional.of(made);
  }

  private static OutputStream coded(Coding coding, Path file) throws IOException {
    OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    return coding == Coding.GZIP ? new GZIPOutputStream(out, BUFFER) : out;
  }

  private synchronized void keep(Key key, Kept made) throws IOException {
    forget(kept.put(key, made));
    bytes += made.size();
    while (bytes > configuration.packageFiles() && kept.size() > 1) {
      Key eldest = kept.keySet().iterator().next();
      forget(kept.remove(eldest));
    }
  }

  private void forget(@Nullable Kept gone) throws IOException {
    if (gone != null) {
      bytes -= gone.size();
      Files.deleteIfExists(gone.file());
    }
  }

  /** Made anew if somebody tidied up. */
  private synchronized Path folder() throws IOException {
    Path known = folder;
    if (known == null || !Files.isDirectory(known)) {
      known = Files.createTempDirectory("vellum-packages");
      folder = known;
    }
    return known;
  }

  @PreDestroy
  synchronized void close() throws IOException {
    for (Kept each : kept.values()) {
      Files.deleteIfExists(each.file());
    }
    kept.clear();
    bytes = 0;
    if (folder != null) {
      Files.deleteIfExists(folder);
    }
  }
}
