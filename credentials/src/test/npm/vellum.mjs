// What every script here shares: the contexts that came with the input, and nothing from a network.

/** The JSON object on standard input. */
export async function input() {
  const chunks = [];
  for await (const chunk of process.stdin) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** A document loader that knows what it was given, and refuses the rest. */
export function loader(documents) {
  return async url => {
    const document = documents[url];
    if (document === undefined) {
      throw new Error('not known here: ' + url);
    }
    return {contextUrl: null, documentUrl: url, document};
  };
}

/** Writes the JSON object that answers. */
export function answer(object) {
  process.stdout.write(JSON.stringify(object));
}
