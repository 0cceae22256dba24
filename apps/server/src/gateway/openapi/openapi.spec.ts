import { API, type Endpoint, pathParameters } from '@tailcamp/contracts';
import { expect, it } from 'vitest';
import { VERSION } from '../version.js';
import { openApiDocument } from './document.js';
import { openApiPage } from './page.js';

const document = openApiDocument('1.2.3');
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);
const endpoints = Object.entries(API).flatMap(([module, each]) =>
  Object.entries<Endpoint>(each).map(([name, endpoint]) => ({ id: `${module}.${name}`, endpoint })),
);

it('has every endpoint once, by an id of its own', () => {
  const ids = operations.map(({ operation }) => operation.operationId).sort();
  expect(ids).toEqual(endpoints.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

it.each(operations.map((each) => [each.operation.operationId, each] as const))(
  '%s is whole',
  (id, { path, operation }) => {
    const endpoint = endpoints.find((each) => each.id === id)?.endpoint;
    expect(endpoint).toBeDefined();
    const inPath = operation.parameters.filter((each) => each.in === 'path');
    expect(inPath.map(({ name }) => name)).toEqual([...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
    expect(inPath.every(({ required }) => required)).toBe(true);
    const named = operation.parameters.map((each) => `${each.in} ${each.name}`);
    expect(new Set(named).size).toBe(named.length);
    const inBody = Object.keys(operation.requestBody?.content['application/json']?.schema.properties ?? {});
    const inQuery = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
    expect([...inPath.map(({ name }) => name), ...inBody, ...inQuery].sort()).toEqual(
      Object.keys(endpoint?.input.shape ?? {}).sort(),
    );
    expect(inBody.filter((name) => pathParameters(endpoint?.path ?? '').includes(name))).toEqual([]);
    expect(operation.responses).toHaveProperty(String(endpoint?.status));
    for (const code of endpoint?.errors ?? [])
      expect(JSON.stringify(operation.responses)).toMatch(new RegExp(`\`${code}\``));
    expect(operation.security.length > 0).toBe(endpoint?.access === 'signed-in');
  },
);

it('refers only to what it has, and holds no JSON Schema of another kind', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(refs)).toEqual(new Set(['#/components/schemas/Problem']));
  expect(JSON.stringify(document)).not.toMatch(/"(nullable|\$schema|definitions)":/);
  expect(Object.keys(document.components.schemas.Problem?.properties ?? {})).toContain('code');
});

it('has the version of the server', () => {
  expect(document.info.version).toBe('1.2.3');
  expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
});

it('is a page that needs no script and lets no text become markup', () => {
  const hostile = openApiDocument('<script>alert(1)</script>');
  const page = openApiPage(hostile, 'n');
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;');
  for (const { operation } of operations) expect(page).toContain(`id="${operation.operationId}"`);
  const styles = [...page.matchAll(/\sstyle=/g)];
  expect(styles).toEqual([]);
});
