package org.vellum.credentials.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vellum.credentials.json.JsonRead;
import org.vellum.credentials.json.StrictJson;

/** Reads JSON for the commands, and says in one sentence why it could not. */
final class Json {
  private static final int LARGEST = 64 * 1024 * 1024;
  private static final int DEEPEST = 200;

  private Json() {}

  static ObjectNode object(byte[] bytes) {
    return switch (new StrictJson(LARGEST, DEEPEST).read(bytes)) {
      case JsonRead.Parsed parsed -> parsed.object();
      case JsonRead.Faulty faulty ->
          throw new CommandFailed(
              ExitCode.INVALID, "At " + faulty.place() + ": " + faulty.message() + ".");
      case JsonRead.TooMuch much ->
          throw new CommandFailed(ExitCode.UNCHECKED, "It is " + much.message() + ".");
    };
  }
}
