import type { Messages } from '../../lib/i18n/translate';
import common from './common';

const es: Messages = { ...common };
export default es;
