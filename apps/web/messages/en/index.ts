import camps from './camps';
import common from './common';
import groups from './groups';
import identity from './identity';
import matching from './matching';

export default { ...common, ...identity, ...camps, ...matching, ...groups };
