package org.vellum.credentials.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of Vellum's credentials; each subcommand says by {@code --help} what it does.
 */
@Command(
    name = "vellum-credentials",
    mixinStandardHelpOptions = true,
    versionProvider = CredentialsCommand.Version.class,
    description = "Issues, verifies and converts badges and learner records.",
    subcommands = {
      VerifyCommand.class,
      InspectCommand.class,
      SignCommand.class,
      BakeCommand.class,
      ExtractCommand.class,
      ConvertCommand.class,
      DeriveCommand.class,
      KeysCommand.class,
      AutoComplete.GenerateCompletion.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 done or valid, 1 invalid, 2 could not be checked,",
      "64 the command was not understood, 66 no such file, 73 cannot write, 70 the program failed.",
      "",
      "Completion for bash and zsh:",
      "  source <(java -jar vellum-credentials.jar generate-completion)"
    })
public final class CredentialsCommand {
  /** It warns of every signature that does not hold, which the report tells better. */
  private static final Logger XML_SIGNATURES = Logger.getLogger("org.apache.xml.security");

  private CredentialsCommand() {}

  /** Runs one command and ends the program with its exit code. */
  public static void main(String[] arguments) {
    // Libraries log by SLF4J, and that nobody listens is no news for a person at a terminal.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    XML_SIGNATURES.setLevel(Level.OFF);
    System.exit(run(Terminal.standard(), arguments));
  }

  /** Runs one command. */
  static int run(Terminal terminal, String... arguments) {
    CommandLine line = new CommandLine(new CredentialsCommand(), new Commands(terminal));
    line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((exception, args) -> {
      terminal.err().println(exception.getMessage());
      terminal.err().println("Try --help.");
      return ExitCode.USAGE;
    });
    line.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception, terminal));
    return line.execute(arguments);
  }

  private static int failed(Exception exception, Terminal terminal) {
    if (exception instanceof CommandFailed failed) {
      terminal.err().println(failed.getMessage());
      return failed.exitCode();
    }
    terminal.err().println("The program failed: " + exception);
    return ExitCode.FAILED;
  }

  /** Makes the commands with the terminal that they speak to. */
  private record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      for (var constructor : type.getDeclaredConstructors()) {
        if (constructor.getParameterCount() == 1
            && constructor.getParameterTypes()[0] == Terminal.class) {
          return type.cast(constructor.newInstance(terminal));
        }
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** The version as the JAR's manifest has it. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      @Nullable String version = CredentialsCommand.class.getPackage().getImplementationVersion();
      return new String[] {"vellum-credentials " + (version == null ? "(not packaged)" : version)};
    }
  }
}
