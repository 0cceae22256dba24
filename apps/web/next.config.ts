import path from 'node:path';
import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by the repository's own check, once for all packages.
  typescript: { ignoreBuildErrors: true },
  // The workspace's packages lie outside this folder.
  turbopack: { root: path.resolve(import.meta.dirname, '../..') },
  devIndicators: false,
  // A page's title comes with the page, not in a piece of its own behind it, during which a tab has no name.
  htmlLimitedBots: /.*/,
};

export default config;
