const INTERVAL_MS = 250;
const FRAMES = ['◜', '◝', '◞', '◟'];

/**
 * Shows one phase of work on stderr: a line that counts seconds on a terminal, two plain lines elsewhere.
 *
 * @param {string} doing what happens, as in "Installing packages"
 * @param {string} done what has happened, as in "Installed packages"
 * @param {() => Promise<T>} work
 * @template T
 * @returns {Promise<T>}
 */
export async function phase(doing, done, work) {
  const started = performance.now();
  const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const terminal = process.stderr.isTTY && !process.env.CI;
  let frame = 0;
  const draw = () => process.stderr.write(`\r\x1b[K${FRAMES[frame++ % FRAMES.length]} ${doing} … ${seconds()}`);
  if (!terminal) process.stderr.write(`${doing} …\n`);
  const timer = terminal ? setInterval(draw, INTERVAL_MS) : undefined;
  const settle = (mark, text) => {
    clearInterval(timer);
    process.stderr.write(`${terminal ? '\r\x1b[K' : ''}${mark} ${text} (${seconds()})\n`);
  };
  try {
    const result = await work();
    settle('✓', done);
    return result;
  } catch (error) {
    settle('✗', `${doing}: failed`);
    throw error;
  }
}
