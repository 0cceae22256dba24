/**
 * Which way things point. Rules of dependency-cruiser, made for the tree and, with another beginning of each path, for
 * architecture/planted/, where each rule has one tiny violation that proves it alive.
 */

/** The module map: for each module of the server, the modules whose front door (index.ts) it may use. No circle. */
const MAY_USE = {
  identity: [],
  camps: ['identity'],
  groups: ['identity', 'camps'],
  assessment: ['identity', 'camps', 'groups'],
  matching: ['identity', 'camps', 'groups', 'assessment'],
  curriculum: ['identity', 'camps', 'groups', 'assessment'],
  projects: ['identity', 'camps', 'groups'],
  chat: ['identity', 'camps', 'groups', 'projects'],
};

/** Packages behind which an outside thing stands; only its adapter under platform/ knows them. */
const VENDORS = [
  'bullmq',
  'ioredis',
  'pg',
  '@electric-sql/[^/]+',
  '@socket\\.io/redis-adapter',
  '@aws-sdk/[^/]+',
  '@langchain/[^/]+',
  '@pinecone-database/[^/]+',
  'onnxruntime-node',
  'nodemailer',
];

/** Packages that only compute, so that a pure part may rest on them: no I/O, no clock of their own. */
const PURE = ['fast-xml-parser', 'fflate', 'tinyqueue', 'ts-fsrs', 'yaml'];

/**
 * @param {string} at a pattern for what stands before the paths: '' for the tree, '[^/]+/' for the planted ones
 */
function rulesFor(at) {
  const src = `^${at}apps/server/src`;
  const modules = `${src}/modules`;
  const frontDoors = `${modules}/[^/]+/index\\.ts$`;
  const ports = `${src}/platform/[^/]+/index\\.ts$`;
  const kernel = `${src}/kernel/`;
  const contracts = `^${at}packages/contracts/`;
  const matching = `^${at}packages/matching/`;
  const web = `^${at}apps/web`;
  const tests = ['\\.(spec|suite)\\.tsx?$', `${src}/testing/`];
  const installed = ['node_modules/'];
  const own = (layer) => `${modules}/$1/${layer}`;
  /** A layer of each module, without its specs. */
  const layer = (name) => ({ path: `${modules}/([^/]+)/${name}/`, pathNot: tests });

  return [
    rule('no-circle', 'No import circle anywhere, types included.', {}, { circular: true }),

    rule(
      'domain-is-pure',
      'domain/ sees itself, kernel/, the contracts and packages that only compute: no I/O, no framework, no clock.',
      layer('domain'),
      {
        pathNot: [own('domain/'), kernel, contracts, `(^|/)node_modules/(${PURE.join('|')})/`],
      },
    ),
    rule(
      'app-points-inwards',
      'A use case sees its domain and store, ports, and front doors of other modules.',
      layer('app'),
      {
        path: src,
        pathNot: [own('(domain|app|store)/'), kernel, ports, frontDoors],
      },
    ),
    rule(
      'entry-is-thin',
      'entry/ goes through app/: never to its own store, nor to what a port hides.',
      layer('entry'),
      {
        path: src,
        pathNot: [own('(domain|app|entry)/'), kernel, ports, frontDoors, `${src}/gateway/`],
      },
    ),
    rule('store-is-sql', 'store/ sees its domain, ports and front doors: no use case, no transport.', layer('store'), {
      path: src,
      pathNot: [own('(domain|store)/'), kernel, ports, frontDoors],
    }),
    rule(
      'front-door-only',
      'A module is used through its index.ts; only Nest wiring may name the module class beside it.',
      { path: `${modules}/([^/]+)/`, pathNot: [...tests, '\\.module\\.ts$'] },
      { path: `${modules}/([^/]+)/`, pathNot: [own(''), frontDoors] },
    ),
    rule(
      'front-door-only',
      'What is no module uses modules by their index.ts; roots may name module classes.',
      { path: `${src}/(?!modules/|commands/)`, pathNot: tests },
      { path: `${modules}/`, pathNot: [frontDoors, '\\.module\\.ts$'] },
    ),
    rule(
      'front-door-only',
      'A command may use what is pure in a module by its domain/index.ts, so that it waits for no server and no database.',
      { path: `${src}/commands/`, pathNot: tests },
      { path: `${modules}/`, pathNot: [frontDoors, `${modules}/[^/]+/domain/index\\.ts$`] },
    ),
    ...Object.entries(MAY_USE).map(([name, others]) =>
      rule(
        'module-map',
        `${name} may use ${others.join(', ') || 'no other module'}: see MAY_USE.`,
        { path: `${modules}/${name}/`, pathNot: tests },
        { path: `${modules}/`, pathNot: [name, ...others].map((other) => `${modules}/${other}/`) },
      ),
    ),

    rule(
      'kernel-stands-alone',
      'kernel/ sees itself, the contracts and Node, so that everything may see it.',
      {
        path: kernel,
        pathNot: tests,
      },
      { pathNot: [kernel, contracts, '^(node:)?[a-z_/]+$', ...installed] },
    ),
    rule(
      'gateway-knows-no-module',
      'What every request passes does not know what is behind it.',
      {
        path: `${src}/gateway/`,
        pathNot: tests,
      },
      { path: `${modules}/` },
    ),
    rule(
      'platform-knows-no-user',
      'A port does not know who uses it.',
      {
        path: `${src}/platform/`,
        pathNot: tests,
      },
      { path: src, pathNot: [`${src}/platform/`, kernel, `${src}/config\\.ts$`] },
    ),
    rule(
      'ports-not-adapters',
      'An outside thing is used through platform/*/index.ts; the roots choose the adapter.',
      {
        path: `${src}/(?!platform/)`,
        pathNot: [...tests, `${src}/[^/]+\\.ts$`],
      },
      { path: `${src}/platform/`, pathNot: ports },
    ),
    rule(
      'ports-stand-apart',
      'One outside thing sees another through its index.ts too.',
      {
        path: `${src}/platform/([^/]+)/`,
        pathNot: tests,
      },
      { path: `${src}/platform/[^/]+/`, pathNot: [`${src}/platform/$1/`, ports] },
    ),
    rule(
      'models-behind-the-mask',
      'Only what masks first may reach a model: providers are known inside llm/, and by the root that chooses them.',
      { path: `${src}/`, pathNot: [...tests, `${src}/platform/llm/`, `${src}/adapters\\.ts$`] },
      { path: `${src}/platform/llm/(provider|model\\.)` },
    ),
    rule(
      'models-behind-the-mask',
      'The libraries that speak to models are known by the adapters that mask alone.',
      {
        path: `${src}/`,
        pathNot: [
          ...tests,
          `${src}/platform/llm/provider\\.langchain\\.ts$`,
          `${src}/platform/embeddings/embeddings\\.openai\\.ts$`,
        ],
      },
      { path: `(^|/)node_modules/(@langchain|openai|@anthropic-ai)/` },
    ),
    rule(
      'vendors-in-adapters',
      'The packages of outside things are known under platform/ only.',
      {
        path: `${src}/`,
        pathNot: [`${src}/platform/`, `${src}/testing/servers/`],
      },
      { path: `(^|/)node_modules/(${VENDORS.join('|')})/` },
    ),
    rule(
      'roots-on-top',
      'main.ts and its like compose; nothing below knows them.',
      {
        path: `${src}/[^/]+/`,
        pathNot: tests,
      },
      { path: `${src}/(main|cli|server|web|adapters|app\\.module)\\.ts$` },
    ),
    rule(
      'tests-stay-tests',
      'What runs in production does not import what only tests need.',
      {
        path: `^${at}(apps|packages)/`,
        pathNot: tests,
      },
      { path: [...tests, '(^|/)node_modules/(vitest|fast-check|@nestjs/testing)/'] },
    ),

    rule(
      'contracts-are-zod',
      'The contracts import zod and nothing else: no Node, no React.',
      {
        path: contracts,
        pathNot: tests,
      },
      { pathNot: [contracts, '(^|/)node_modules/zod/'] },
    ),
    rule(
      'matching-is-pure',
      'The engine runs in a browser and in a worker too: contracts and a CSV parser; what lp/ loads is brought along.',
      {
        path: matching,
        pathNot: [...tests, `${matching}src/lp/`],
      },
      { pathNot: [matching, contracts, '(^|/)node_modules/(@types/)?(papaparse|zod)/'] },
    ),
    rule(
      'packages-by-name',
      'A package is imported by its name, never by a path into it.',
      {
        path: `^${at}(apps|packages|e2e|bench)/`,
        pathNot: `^${at}packages/`,
      },
      { path: `^${at}packages/[^/]+/src/`, pathNot: `^${at}packages/[^/]+/src/(index|lp/highs)\\.ts$` },
    ),

    rule(
      'web-knows-no-server',
      'The web app shares the contracts and the engine with the server, and nothing else.',
      {
        path: `${web}/`,
      },
      { path: `^${at}apps/(?!web/)` },
    ),
    rule(
      'ui-fetches-nothing',
      'The design system shows what it is given.',
      {
        path: `${web}/ui/`,
        pathNot: tests,
      },
      {
        path: [
          `${web}/(app|features)/`,
          `${web}/lib/(api|realtime)`,
          '(^|/)node_modules/(@tanstack/react-query|socket\\.io-client)/',
        ],
      },
    ),
  ];
}

function rule(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = { MAY_USE, rulesFor };
