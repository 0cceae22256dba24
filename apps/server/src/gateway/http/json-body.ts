import type { FastifyInstance } from 'fastify';

/**
 * JSON is the only body that is read; anything else gets 415. No body at all counts as `{}`, and keys that would
 * reach a prototype are refused.
 */
export function readOnlyJson(instance: FastifyInstance): void {
  const parse = instance.getDefaultJsonParser('error', 'error');
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = typeof body === 'string' ? body : body.toString('utf8');
    if (text.trim() === '') done(null, {});
    else parse(request, text, done);
  });
}
