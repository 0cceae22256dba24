import { run } from '../cli.js';

/** Runs `tailcamp ARGS…` as somebody at a terminal would. */
export async function tailcamp(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const terminal = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
    watched: false,
  };
  const code = await run(args, terminal);
  return { code, out, err };
}
