import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../kernel/app-error.js';
import { RENDERED_FOR, renderedFor } from './rendered-for.js';
import type { Routes } from './routes.js';
import { newNonce, pagePolicy } from './security-headers.js';

/** Who answers what is not the API: the web's pages and their assets. */
export type PageHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const OURS = /^\/(api|graphql|socket\.io|collab|metrics|\.well-known)(\/|$)/;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

interface PagesOptions {
  routes: Routes;
  pages: PageHandler | undefined;
  development: boolean;
}

/** Where no route is: 405 or 404 under the API's paths, else a page. Bodies are not read. */
export function servePages(instance: FastifyInstance, { routes, pages, development }: PagesOptions): void {
  const toPage = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const reads = request.method === 'GET' || request.method === 'HEAD';
    const ours = OURS.test(path) || pages === undefined;
    const methods = ours ? routes.methodsOf(path) : reads ? [] : ['GET', 'HEAD'];
    if (methods.length > 0) {
      reply.header('allow', methods.join(', '));
      throw new AppError('method_not_allowed');
    }
    if (ours) throw new AppError('not_found', { detail: 'There is nothing at this address.' });
    reply.hijack();
    allowOwnScripts(request.raw, reply.raw, development);
    request.raw.headers[RENDERED_FOR] = renderedFor(request.ip);
    await pages(request.raw, reply.raw);
  };
  instance.route({
    method: METHODS,
    url: '/*',
    onRequest: toPage,
    handler: () => {
      throw new AppError('not_found');
    },
  });
}

/** Next reads the nonce from the policy on the *request* and puts it on its scripts; ours read `x-nonce`. */
function allowOwnScripts(request: IncomingMessage, response: ServerResponse, development: boolean): void {
  const nonce = newNonce();
  const policy = pagePolicy(nonce, development);
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  response.setHeader('content-security-policy', policy);
}
