/** Runs a module of the sources as a process of its own: node from-source.mjs MODULE ARGUMENTS… */
import { runnerImport } from 'vite';

// The packages of the workspace are sources too.
const resolve = { conditions: ['source', 'node'], noExternal: [/^@tailcamp\//] };
await runnerImport(process.argv[2], { configFile: false, resolve, environments: { inline: { resolve } } });
