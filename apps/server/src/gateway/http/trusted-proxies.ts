import { BlockList, isIP } from 'node:net';
import { StartupError } from '../../kernel/startup-error.js';

export type IsTrusted = (address: string) => boolean;

/**
 * Whether an address is one of the proxies whose `X-Forwarded-*` headers are believed.
 * @param list addresses or networks (`10.0.0.0/8`) by comma; empty: nobody is believed
 * @throws StartupError naming the entry that is neither
 */
export function trustedProxies(list: string): IsTrusted {
  const known = new BlockList();
  const entries = list.split(',').map((entry) => entry.trim());
  for (const entry of entries.filter((each) => each !== '')) add(known, entry);
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain);
    return family !== 0 && known.check(plain, family === 4 ? 'ipv4' : 'ipv6');
  };
}

function add(known: BlockList, entry: string): void {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  const longest = family === 4 ? 32 : 128;
  const prefix = bits === undefined ? longest : /^\d+$/.test(bits) ? Number(bits) : Number.NaN;
  if (family === 0 || rest.length > 0 || !(prefix <= longest)) {
    throw new StartupError(`TRUSTED_PROXIES: "${entry}" is no address or network; write 10.0.0.7 or 10.0.0.0/8.`);
  }
  known.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
}
