import assessment from './assessment';
import camps from './camps';
import evidence from './evidence';
import groups from './groups';
import identity from './identity';
import matching from './matching';
import notices from './notices';
import queue from './queue';
import shell from './shell';
import whatIf from './what-if';

export default {
  ...shell,
  ...assessment,
  ...identity,
  ...camps,
  ...matching,
  ...queue,
  ...groups,
  ...evidence,
  ...notices,
  ...whatIf,
};
