/** The work cannot go on for a reason that the reader can mend; the message is one sentence that says how. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** Runs a command's body; a refusal becomes its sentence on stderr, anything else a stack, both exit code 1. */
export async function runCommand(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
