// The version is checked before anything that an old Node could not even read.
import './steps/node-version.mjs';

import('./steps/run-checks.mjs');
