import type { JsonSchema, OpenApi, Operation } from './document.js';
import { PAGE_STYLE } from './page-style.js';

/** The document as a page that is read without scripts: one section a module, one fold an endpoint. */
export function openApiPage(document: OpenApi, nonce: string): string {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const sections = document.tags.map(({ name }) => {
    const inside = operations.filter(({ operation }) => operation.tags.includes(name));
    const folds = inside.map(({ path, method, operation }) => fold(method, path, operation)).join('');
    return `<section aria-labelledby="${text(name)}"><h2 id="${text(name)}">${text(name)}</h2>${folds}</section>`;
  });
  const index = document.tags.map(({ name }) => `<li><a href="#${text(name)}">${text(name)}</a></li>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(document.info.title)} API</title><style nonce="${nonce}">${PAGE_STYLE}</style>
</head>
<body>
<header><h1>${text(document.info.title)} API <small>${text(document.info.version)}</small></h1>
<p>${prose(document.info.description)} The same for machines: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<nav aria-label="Modules"><ul>${index}</ul></nav></header>
<main>${sections.join('')}</main>
</body>
</html>`;
}

function fold(method: string, path: string, operation: Operation): string {
  const access = operation.security.length === 0 ? 'public' : 'signed in';
  return `<details id="${text(operation.operationId)}"><summary><span class="method ${method}">${method.toUpperCase()}</span>
<code>${text(path)}</code><span class="what">${text(operation.summary)}</span><span class="access">${access}</span></summary>
<div class="inside">${parameters(operation)}${body(operation)}${responses(operation)}</div></details>`;
}

function parameters({ parameters }: Operation): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: where, required, description, schema }) =>
      `<tr><th scope="row"><code>${text(name)}</code></th><td>${where}${required ? ', required' : ''}</td>
<td><code>${text(typeOf(schema))}</code></td><td>${prose(description ?? '')}</td></tr>`,
  );
  return `<h3>Parameters</h3><div class="wide"><table>
<thead><tr><th scope="col">Name</th><th scope="col">Where</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></div>`;
}

function body({ requestBody }: Operation): string {
  if (requestBody === undefined) return '';
  return `<h3>Body</h3>${schemas(requestBody.content)}`;
}

function responses({ responses }: Operation): string {
  const items = Object.entries(responses).map(([status, { description, content }]) => {
    const shape = Number(status) < 300 && content !== undefined ? schemas(content) : '';
    return `<dt><code>${status}</code></dt><dd>${prose(description)}${shape}</dd>`;
  });
  return `<h3>Answers</h3><dl>${items.join('')}</dl>`;
}

const schemas = (content: Record<string, { schema: JsonSchema }>): string =>
  Object.values(content)
    .map(({ schema }) => `<pre tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre>`)
    .join('');

function typeOf({ type, format, enum: values }: JsonSchema): string {
  if (Array.isArray(values)) return values.join(' | ');
  return [type, format].filter((part) => part !== undefined).join(', ') || 'any';
}

const prose = (given: string): string =>
  text(given)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replaceAll('\n\n', '<br>');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (given: string): string => given.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
