import camps from './camps';
import groups from './groups';
import identity from './identity';
import matching from './matching';
import shell from './shell';

export default { ...shell, ...identity, ...camps, ...matching, ...groups };
