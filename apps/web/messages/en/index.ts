import assessment from './assessment';
import bank from './bank';
import calibration from './calibration';
import camps from './camps';
import classMap from './class-map';
import drafting from './drafting';
import evidence from './evidence';
import findings from './findings';
import grading from './grading';
import groups from './groups';
import identity from './identity';
import matching from './matching';
import notices from './notices';
import path from './path';
import practice from './practice';
import queue from './queue';
import search from './search';
import shell from './shell';
import skillGraph from './skill-graph';
import studio from './studio';
import tutor from './tutor';
import whatIf from './what-if';

export default {
  ...shell,
  ...assessment,
  ...identity,
  ...camps,
  ...matching,
  ...path,
  ...search,
  ...classMap,
  ...practice,
  ...queue,
  ...grading,
  ...findings,
  ...groups,
  ...evidence,
  ...notices,
  ...whatIf,
  ...skillGraph,
  ...bank,
  ...studio,
  ...tutor,
  ...drafting,
  ...calibration,
};
