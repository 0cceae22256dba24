import type { Messages } from '../../lib/i18n/translate';
import camps from './camps';
import common from './common';
import groups from './groups';
import identity from './identity';
import matching from './matching';

const es: Messages = { ...common, ...identity, ...camps, ...matching, ...groups };
export default es;
