package org.vellum.credentials.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {
  @TempDir private Path folder;

  @Test
  void the_first_java_that_is_new_enough_is_chosen() throws IOException {
    Path old = home("old", "JAVA_VERSION=\"17.0.15\"\n");
    Path early = home("early", "JAVA_VERSION=\"26-ea\"\n");
    Path nameless = folder.resolve("nameless");
    assertThat(Launcher.newEnough(List.of(nameless, old, early))).contains(early);
    assertThat(Launcher.newEnough(List.of(nameless, old))).isEmpty();
  }

  private Path home(String name, String release) throws IOException {
    Path home = java.nio.file.Files.createDirectory(folder.resolve(name));
    java.nio.file.Files.writeString(home.resolve("release"), release);
    return home;
  }
}
