export * from './endpoint.js';
export * from './errors.js';
export * from './matching/policy.js';
export * from './matching/report.js';
