import { AppError } from '../kernel/app-error.js';

interface Asked {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** As the browser sees us, proxies that are trusted taken into account. */
  protocol: string;
  host: string;
}

/**
 * What a browser sends with its cookies must come from our own pages (`Sec-Fetch-Site` and `Origin`; OWASP ASVS 5.0,
 * 3.5). Callers that are no browser send neither.
 * @throws AppError `wrong_origin`
 */
export function refuseForeignOrigin({ headers, protocol, host }: Asked): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('wrong_origin');
  const { origin } = headers;
  if (origin !== undefined && origin !== `${protocol}://${host}`) throw new AppError('wrong_origin');
}
