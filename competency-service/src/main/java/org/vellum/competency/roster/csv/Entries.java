package org.vellum.competency.roster.csv;

import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.vellum.platform.problem.Finding;

/**
 * The entries of an archive by their plain file names. All files stand at its top, or all in one
 * folder, which some tools make; nothing is ever written under an entry's name.
 */
final class Entries {
  /** What macOS adds to a zip. */
  private static final String MACOS = "__MACOSX/";

  private final Limits limits;
  private final Map<String, ZipEntry> files = new HashMap<>();
  private Optional<String> folder = Optional.empty();

  Entries(Limits limits) {
    this.limits = limits;
  }

  Map<String, ZipEntry> of(ZipFile zip, Findings findings) {
    if (zip.size() > limits.entries()) {
      findings.add(
          Finding.error(
              "too-many-entries",
              "",
              "the archive has more than " + limits.entries() + " entries"));
      return files;
    }
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements() && !findings.hasErrors()) {
      take(all.nextElement(), findings);
    }
    folder
        .filter(name -> !name.isEmpty())
        .ifPresent(name ->
            findings.add(
                Finding.note("in-a-folder", Quoted.value(name), "the files stand in a folder")));
    return files;
  }

  private void take(ZipEntry entry, Findings findings) {
    String name = entry.getName();
    if (isHostile(name)) {
      findings.add(
          Finding.error(
              "path", Quoted.value(name), "the name of an entry leads out of the archive"));
    } else if (!name.startsWith(MACOS) && !entry.isDirectory()) {
      takeFile(entry, findings);
    }
  }

  private static boolean isHostile(String name) {
    return name.isEmpty()
        || name.startsWith("/")
        || name.chars().anyMatch(c -> c == '\\' || c == ':' || c < ' ')
        || Stream.of(name.split("/")).anyMatch(part -> part.equals("..") || part.equals("."));
  }

  private void takeFile(ZipEntry entry, Findings findings) {
    int slash = entry.getName().lastIndexOf('/');
    String in = entry.getName().substring(0, slash + 1);
    String name = entry.getName().substring(slash + 1);
    if (in.indexOf('/') != in.length() - 1
        || folder.filter(other -> !other.equals(in)).isPresent()) {
      findings.add(
          Finding.error(
              "folders",
              Quoted.value(entry.getName()),
              "all files must stand at the top of the archive"));
      return;
    }
    folder = Optional.of(in);
    if (!isOfTheBinding(name)) {
      findings.add(
          Finding.note("file-passed-over", Quoted.value(name), "not a file of the standard"));
    } else if (files.put(name, entry) != null) {
      findings.add(Finding.error("file-twice", name, "the file is there twice"));
    }
  }

  private static boolean isOfTheBinding(String name) {
    return name.equals(Manifest.FILE)
        || Binding.PASSED_OVER.stream().anyMatch(file -> name.equals(file + ".csv"))
        || Binding.read().anyMatch(file -> name.equals(file.fileName()));
  }
}
